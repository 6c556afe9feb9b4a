package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Chart;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** A region's charts beside the nation. */
final class RegionCharts {
  private final Site site;
  private final PolicyData data;
  private final String region;

  RegionCharts(Site site, PolicyData data, String region) {
    this.site = site;
    this.data = data;
    this.region = region;
  }

  /** Spine chart: the region's mean with its interval over the nation's quartiles. */
  Optional<Chart> profile(String kind, Chart.Height height) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Grid.Line> lines = new ArrayList<>();
    StringBuilder summary = new StringBuilder();
    for (Measure measure : data.measures(kind)) {
      Optional<Row> cell = data.cell(region, measure);
      Optional<Row> nation = data.cell("*", measure);
      String help = Cells.help(site, cell, nation);
      boolean isShown = cell.isPresent() && cell.get().has("mean");
      Map<String, Object> row = new HashMap<>();
      row.put("name", Cells.measure(site, measure));
      row.put("value", Numbers.json(Cells.value(cell, "mean")));
      row.put("lo", Numbers.json(Cells.value(cell, "mean_lo")));
      row.put("hi", Numbers.json(Cells.value(cell, "mean_hi")));
      row.put("ref", Numbers.json(Cells.value(nation, "mean")));
      row.put("q1", Numbers.json(Cells.value(nation, "q1")));
      row.put("q3", Numbers.json(Cells.value(nation, "q3")));
      row.put("n", isShown ? cell.orElseThrow().count("n") : 0);
      row.put("note", isShown ? "" : help);
      rows.add(row);
      summary
          .append(site.t("policy.note", "region", Cells.measure(site, measure), "help", help))
          .append(' ');
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(Cells.measure(site, measure)),
                  Cell.marked(
                      site.t("standing." + Cells.standing(cell, nation).tone()),
                      Cells.standing(cell, nation).tone()),
                  Numbers.whole(site, Cells.value(cell, "n")),
                  Numbers.fixed(site, Cells.value(cell, "mean"), 2),
                  Numbers.interval(
                      site, Cells.value(cell, "mean_lo"), Cells.value(cell, "mean_hi"), 2),
                  Numbers.fixed(site, Cells.value(nation, "mean"), 2),
                  Numbers.interval(
                      site, Cells.value(nation, "q1"), Cells.value(nation, "q3"), 2))));
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String title = site.t("region.profile." + kind, "region", site.name("region", region));
    String basis = basis(data.measures(kind).get(0), "method.spine");
    Grid table =
        new Grid(
            "profile-table-" + kind,
            title,
            basis,
            true,
            List.of(
                text(site.t("measure." + kind)),
                text(site.t("col.standing")),
                number(site.t("col.n")),
                number(site.t("col.mean")),
                number(site.t("col.interval95")),
                number(site.t("col.nation")),
                number(site.t("col.nation_quartiles"))),
            lines);
    return Optional.of(
        new Chart(
            "profile-" + kind,
            "caterpillar",
            title,
            summary.toString().strip(),
            basis,
            height,
            Map.of(
                "rows",
                rows,
                "noReference",
                true,
                "highIsGood",
                true,
                "digits",
                2,
                "reference",
                Numbers.json(Cells.value(data.cell("*", data.measures(kind).get(0)), "mean")),
                "unit",
                site.t(hasIndex() ? "unit.index" : "unit.score"),
                "least",
                0,
                "most",
                hasIndex() ? highestStar() : 1),
            Optional.of(table)));
  }

  /** Whether domains and indicators are on the scale of the capability index, else 0 to 1. */
  private boolean hasIndex() {
    return !data.measures("index").isEmpty();
  }

  private int highestStar() {
    return site.release().model().map(card -> card.model().stars().highest()).orElse(5);
  }

  /** The main measure over time, or why there is nothing to draw. */
  Block trend(Measure measure) {
    if (data.periods().stream()
        .noneMatch(period -> Cells.value(at(measure, period), "mean").isPresent())) {
      return new Gap(site.t("region.trend.withheld"), "");
    }
    List<Map<String, Object>> points = new ArrayList<>();
    List<Grid.Line> lines = new ArrayList<>();
    for (String period : data.periods()) {
      Optional<Row> cell = at(measure, period);
      Optional<Row> nation = data.cell("*", "*", measure, period);
      points.add(
          Map.of(
              "period", period,
              "value", Numbers.json(Cells.value(cell, "mean")),
              "lo", Numbers.json(Cells.value(cell, "mean_lo")),
              "hi", Numbers.json(Cells.value(cell, "mean_hi")),
              "n", cell.map(row -> row.count("n")).orElse(0L),
              "nation", Numbers.json(Cells.value(nation, "mean"))));
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(period),
                  Numbers.whole(site, Cells.value(cell, "n")),
                  cell.isPresent() && cell.get().has("mean")
                      ? Numbers.fixed(site, Cells.value(cell, "mean"), 2)
                      : Cell.withheld(site.t("standing." + Cells.standing(cell, nation).tone())),
                  Numbers.interval(
                      site, Cells.value(cell, "mean_lo"), Cells.value(cell, "mean_hi"), 2),
                  Numbers.fixed(site, Cells.value(nation, "mean"), 2))));
    }
    String title = site.t("region.trend", "measure", Cells.measure(site, measure));
    String basis = basis(measure, "method.trend");
    return new Chart(
        "trend",
        "trend",
        title,
        site.t("region.trend.summary", "n", points.size()),
        basis,
        Chart.Height.SHORT,
        Map.of(
            "points", points,
            "name", site.name("region", region),
            "nationName", site.t("nation"),
            "absent", site.t("status.WITHHELD")),
        Optional.of(
            new Grid(
                "trend-table",
                title,
                basis,
                true,
                List.of(
                    text(site.t("col.period")),
                    number(site.t("col.n")),
                    number(site.t("col.mean")),
                    number(site.t("col.interval95")),
                    number(site.t("col.nation"))),
                lines)));
  }

  private Optional<Row> at(Measure measure, String period) {
    return data.cell(region, "*", measure, period);
  }

  /** Shares of each star, or why there is nothing to draw. */
  Block stars() {
    List<Row> own = data.stars(region);
    if (own.stream().noneMatch(row -> row.has("share"))) {
      return new Gap(site.t("region.stars.withheld"), "");
    }
    List<Row> nation = data.stars("*");
    List<String> labels = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<Object> national = new ArrayList<>();
    List<Grid.Line> lines = new ArrayList<>();
    for (Row row : own) {
      String label = site.stars(row.number("star"));
      Optional<Row> same =
          nation.stream().filter(other -> other.is("star", row.text("star"))).findFirst();
      labels.add(label);
      values.add(Numbers.json(Numbers.times100(row.number("share"))));
      national.add(Numbers.json(Numbers.times100(Cells.value(same, "share"))));
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(label),
                  row.has("share")
                      ? Numbers.percent(site, row.number("share"))
                      : Cell.withheld(site.absence(row.text("obs_status"), row.text("reason"))),
                  Numbers.interval(
                      site,
                      Numbers.times100(row.number("share_lo")),
                      Numbers.times100(row.number("share_hi")),
                      1),
                  Numbers.percent(site, Cells.value(same, "share")))));
    }
    String title = site.t("stars.title.region", "region", site.name("region", region));
    String basis =
        site.basis(
            own.isEmpty()
                ? site.t("status.WITHHELD")
                : site.figures().whole(own.get(0).count("n_total")),
            site.t("period.all"),
            site.t("method.stars"));
    return new Chart(
        "stars-chart",
        "bars",
        title,
        site.t("stars.summary"),
        basis,
        Chart.Height.SHORT,
        Map.of(
            "labels",
            labels,
            "values",
            values,
            "nation",
            national,
            "name",
            site.name("region", region),
            "nationName",
            site.t("nation"),
            "absent",
            site.t("status.WITHHELD")),
        Optional.of(
            new Grid(
                "stars-table",
                title,
                basis,
                true,
                List.of(
                    text(site.t("col.star")),
                    number(site.t("col.share")),
                    number(site.t("col.interval95")),
                    number(site.t("col.nation"))),
                lines)));
  }

  private String basis(Measure measure, String method) {
    return site.basis(
        Cells.n(site, data.cell(region, measure)), site.t("period.all"), site.t(method));
  }
}
