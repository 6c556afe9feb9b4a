package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** Service categories of one region, or of the nation, against the nation's own. */
final class SectorSection {
  private final Site site;
  private final PolicyData data;
  private final String region;

  SectorSection(Site site, PolicyData data) {
    this(site, data, "*");
  }

  SectorSection(Site site, PolicyData data, String region) {
    this.site = site;
    this.data = data;
    this.region = region;
  }

  List<Block> blocks() {
    Heading heading = new Heading("sectors", site.t("sectors.heading"));
    Measure main = data.main().orElseThrow();
    List<Grid.Line> lines = new ArrayList<>();
    for (String sector : data.sectors()) {
      Optional<Row> cell = data.cell(region, sector, main, "*");
      Optional<Row> reference =
          region.equals("*") ? data.cell("*", main) : data.cell("*", sector, main, "*");
      if (cell.isPresent()) {
        lines.add(line(sector, cell, reference));
      }
    }
    if (lines.isEmpty()) {
      return List.of(heading, new Gap(site.t("sectors.none"), ""));
    }
    return List.of(
        heading,
        new Grid(
            "sectors-table",
            site.t("sectors.title", "measure", Cells.measure(site, main)),
            site.basis(site.t("heat.each"), site.t("period.all"), site.t("method.benchmark")),
            true,
            List.of(
                text(site.t("col.sector")),
                text(site.t(region.equals("*") ? "col.standing" : "col.standing_sector")),
                number(site.t("col.n")),
                number(site.t("col.mean")),
                number(site.t("col.interval95")),
                number(site.t("col.q1")),
                number(site.t("col.median")),
                number(site.t("col.q3"))),
            lines));
  }

  private Grid.Line line(String sector, Optional<Row> cell, Optional<Row> reference) {
    Row row = cell.orElseThrow();
    Cells.Standing standing = Cells.standing(cell, reference);
    return new Grid.Line(
        "",
        List.of(
            Cell.of(site.name("sector", sector)),
            Cell.marked(
                (standing.mark() + " " + site.t("standing." + standing.tone())).strip(),
                standing.tone()),
            Numbers.whole(site, row.number("n")),
            row.has("mean")
                ? Numbers.fixed(site, row.number("mean"), 2)
                : Cell.withheld(site.t("standing." + standing.tone())),
            Numbers.interval(site, row.number("mean_lo"), row.number("mean_hi"), 2),
            Numbers.fixed(site, row.number("q1"), 2),
            Numbers.fixed(site, row.number("median"), 2),
            Numbers.fixed(site, row.number("q3"), 2)));
  }
}
