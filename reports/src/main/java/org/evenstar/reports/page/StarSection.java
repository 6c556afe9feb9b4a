package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.release.Row;

/** How many institutions of each star a region has. */
final class StarSection {
  private final Site site;
  private final PolicyData data;

  StarSection(Site site, PolicyData data) {
    this.site = site;
    this.data = data;
  }

  List<Block> blocks() {
    Heading heading = new Heading("stars", site.t("stars.heading"));
    Set<Integer> stars = new TreeSet<>();
    data.stars("*").forEach(row -> stars.add((int) row.count("star")));
    data.regions()
        .forEach(region -> data.stars(region).forEach(row -> stars.add((int) row.count("star"))));
    if (stars.isEmpty()) {
      return List.of(heading, site.gap("star_share"));
    }
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(text(site.t("col.region")));
    columns.add(number(site.t("col.n")));
    stars.forEach(star -> columns.add(number(site.t("stars.share", "star", star))));
    List<Grid.Line> lines = new ArrayList<>();
    lines.add(line("*", stars, Cell.of(site.t("nation"))));
    data.regions()
        .forEach(
            region ->
                lines.add(
                    line(
                        region,
                        stars,
                        Cell.link(site.name("region", region), Cells.page(region)))));
    return List.of(
        heading,
        new Grid(
            "star-shares",
            site.t("stars.title"),
            site.basis(site.t("heat.each"), site.t("period.all"), site.t("method.stars")),
            false,
            columns,
            lines));
  }

  private Grid.Line line(String region, Set<Integer> stars, Cell name) {
    List<Row> rows = data.stars(region);
    List<Cell> cells = new ArrayList<>();
    cells.add(name);
    cells.add(
        rows.isEmpty()
            ? Numbers.whole(site, OptionalDouble.empty())
            : Numbers.whole(site, rows.get(0).number("n_total")));
    for (int star : stars) {
      cells.add(
          rows.stream()
              .filter(row -> row.count("star") == star && row.has("star"))
              .findFirst()
              .map(this::cell)
              .orElseGet(() -> Cell.withheld(site.t("status.WITHHELD"))));
    }
    return new Grid.Line("", cells);
  }

  private Cell cell(Row row) {
    return row.has("share")
        ? Numbers.percent(site, row.number("share"))
        : Cell.withheld(site.t("status.WITHHELD"));
  }
}
