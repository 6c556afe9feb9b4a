package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.Row;

/** Where a region is weak and getting weaker, and every other trend that is more than chance. */
final class TrendSection {
  private final Site site;
  private final PolicyData data;
  private final Trends trends;

  TrendSection(Site site, PolicyData data) {
    this.site = site;
    this.data = data;
    this.trends = Trends.read(site, data);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("trends", site.t("trend.heading")));
    if (!site.release().has("region_trend")) {
      blocks.add(site.gap("region_trend"));
    } else if (trends.all().isEmpty()) {
      blocks.add(new Gap(site.t("trend.none"), ""));
    } else {
      blocks.add(new Prose(sentence()));
      List<Grid.Line> lines = trends.told().stream().map(this::line).toList();
      if (!lines.isEmpty()) {
        blocks.add(grid(lines));
      }
    }
    return blocks;
  }

  private String sentence() {
    long weak = trends.all().stream().filter(trends::isWeakAndFalling).count();
    return site.t(
        weak == 0 ? "trend.text.none" : "trend.text.some",
        "n",
        weak,
        "rising",
        trends.count("RISING"),
        "falling",
        trends.count("FALLING"),
        "all",
        trends.all().size());
  }

  private Grid grid(List<Grid.Line> lines) {
    return new Grid(
        "trends-table",
        site.t("trend.title"),
        site.basis(
            site.t("heat.each"),
            data.periods().get(0) + " – " + data.periods().get(data.periods().size() - 1),
            site.t("method.trend.test")),
        false,
        List.of(
            text(site.t("col.region")),
            text(site.t("col.measure")),
            text(site.t("col.trend")),
            text(site.t("col.standing")),
            number(site.t("col.slope")),
            number(site.t("col.interval95")),
            number(site.t("col.q")),
            number(site.t("col.periods")),
            number(site.t("col.n"))),
        lines);
  }

  private Grid.Line line(Row row) {
    boolean isRising = row.is("answer", "RISING");
    Cells.Standing standing = trends.standing(row);
    String answer =
        site.t(trends.isWeakAndFalling(row) ? "trend.both" : "trend." + row.text("answer"));
    return new Grid.Line(
        "",
        List.of(
            Cell.link(
                site.name("region", row.text("region_code")), Cells.page(row.text("region_code"))),
            Cell.of(Cells.measure(site, Trends.measure(row))),
            Cell.marked((isRising ? "↗ " : "↘ ") + answer, isRising ? "above" : "below"),
            Cell.marked(
                (standing.mark() + " " + site.t("standing." + standing.tone())).strip(),
                standing.tone()),
            Numbers.signed(site, row.number("slope"), 3),
            Numbers.interval(site, row.number("slope_lo"), row.number("slope_hi"), 3),
            Numbers.probability(site, row.number("q")),
            Numbers.whole(site, row.number("n_periods")),
            Numbers.whole(site, row.number("n"))));
  }
}
