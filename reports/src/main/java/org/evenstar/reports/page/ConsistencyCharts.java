package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Chart;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.Row;

/** Funnel, drift and bunching, for all bodies or the one that a condition keeps. */
final class ConsistencyCharts {
  private final Site site;
  private final Predicate<Row> keep;

  ConsistencyCharts(Site site, Predicate<Row> keep) {
    this.site = site;
    this.keep = keep;
  }

  List<Block> funnel() {
    Heading heading = new Heading("funnel", site.t("funnel.heading"));
    List<Row> rows = site.release().rows("body_funnel", keep);
    if (rows.isEmpty()) {
      return List.of(heading, site.gap("body_funnel"));
    }
    StringBuilder summary = new StringBuilder();
    List<Map<String, Object>> points = new ArrayList<>();
    List<Grid.Line> lines = new ArrayList<>();
    for (Row row : rows) {
      summary.append(
          site.t(
              "funnel.summary",
              "body",
              row.text("body_id"),
              "observed",
              site.figures().fixed(row.number("observed"), 0),
              "expected",
              site.figures().fixed(row.number("expected"), 1)));
      points.add(
          Map.of(
              "name", row.text("body_id"),
              "x", Numbers.json(row.number("expected")),
              "y", Numbers.json(row.number("ratio")),
              "lo95", Numbers.json(row.number("lo_95")),
              "hi95", Numbers.json(row.number("hi_95")),
              "lo998", Numbers.json(row.number("lo_998")),
              "hi998", Numbers.json(row.number("hi_998"))));
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(row.text("body_id")),
                  Numbers.whole(site, row.number("n")),
                  Numbers.whole(site, row.number("observed")),
                  Numbers.fixed(site, row.number("expected"), 1),
                  Numbers.fixed(site, row.number("ratio"), 2),
                  Numbers.interval(site, row.number("lo_95"), row.number("hi_95"), 2),
                  Numbers.interval(site, row.number("lo_998"), row.number("hi_998"), 2))));
    }
    String basis =
        site.basis(
            site.figures().whole(rows.stream().mapToLong(row -> row.count("n")).sum()),
            site.t("period.all"),
            site.t("method.funnel"));
    Grid table =
        new Grid(
            "funnel",
            site.t("funnel.title"),
            basis,
            true,
            List.of(
                text(site.t("col.body")),
                number(site.t("col.n")),
                number(site.t("col.observed")),
                number(site.t("col.expected")),
                number(site.t("col.ratio")),
                number(site.t("col.limits95")),
                number(site.t("col.limits998"))),
            lines);
    return List.of(
        heading,
        new Chart(
            "funnel-chart",
            "funnel",
            site.t("funnel.title"),
            summary.toString(),
            basis,
            Chart.Height.TALL,
            Map.of(
                "points", points,
                "x", site.t("funnel.x"),
                "y", site.t("funnel.y"),
                "limit95", site.t("funnel.limit95"),
                "limit998", site.t("funnel.limit998")),
            Optional.of(table)));
  }

  /**
   * Differences from month to month, of bodies with more than one month; those most often outside
   * their limits.
   */
  List<Block> drift(int most) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("drift", site.t("drift.heading")));
    Map<String, List<Row>> byBody = new TreeMap<>();
    site.release()
        .rows("body_drift", keep)
        .forEach(
            row -> byBody.computeIfAbsent(row.text("body_id"), key -> new ArrayList<>()).add(row));
    if (byBody.isEmpty()) {
      blocks.add(site.gap("body_drift"));
      return blocks;
    }
    List<String> bodies =
        byBody.keySet().stream()
            .filter(body -> byBody.getOrDefault(body, List.of()).size() > 1)
            .toList();
    if (bodies.isEmpty()) {
      blocks.add(new Gap(site.t("drift.single"), ""));
    }
    List<String> shown =
        bodies.stream()
            .sorted(
                Comparator.comparingLong(
                    (String body) ->
                        -byBody.getOrDefault(body, List.of()).stream()
                            .filter(ConsistencyCharts::isOutside)
                            .count()))
            .limit(most)
            .sorted()
            .toList();
    List<Row> events = site.release().rows("event", keep);
    shown.forEach(body -> blocks.add(drift(body, byBody.getOrDefault(body, List.of()), events)));
    if (shown.size() < bodies.size()) {
      blocks.add(new Prose(site.t("drift.cut", "shown", shown.size(), "all", bodies.size())));
    }
    return blocks;
  }

  private static boolean isOutside(Row row) {
    double difference = row.number("difference").orElse(0);
    return difference > row.number("hi_998").orElse(Double.POSITIVE_INFINITY)
        || difference < row.number("lo_998").orElse(Double.NEGATIVE_INFINITY);
  }

  private Chart drift(String body, List<Row> rows, List<Row> events) {
    List<Map<String, Object>> points = new ArrayList<>();
    List<Grid.Line> lines = new ArrayList<>();
    int outside = 0;
    for (Row row : rows) {
      outside += isOutside(row) ? 1 : 0;
      points.add(
          Map.of(
              "period", row.text("period"),
              "value", Numbers.json(Numbers.times100(row.number("difference"))),
              "lo95", Numbers.json(Numbers.times100(row.number("lo_95"))),
              "hi95", Numbers.json(Numbers.times100(row.number("hi_95"))),
              "lo998", Numbers.json(Numbers.times100(row.number("lo_998"))),
              "hi998", Numbers.json(Numbers.times100(row.number("hi_998"))),
              "n", row.count("n")));
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(row.text("period")),
                  Numbers.whole(site, row.number("n")),
                  Numbers.signed(site, Numbers.times100(row.number("difference")), 1),
                  interval(row, "lo_95", "hi_95"),
                  interval(row, "lo_998", "hi_998"))));
    }
    String title = site.t("drift.title", "body", site.name("body", body));
    String basis =
        site.basis(
            site.figures().whole(rows.stream().mapToLong(row -> row.count("n")).sum()),
            rows.get(0).text("period") + " – " + rows.get(rows.size() - 1).text("period"),
            site.t("method.drift"));
    Grid table =
        new Grid(
            "drift-" + PageNames.of(body),
            title,
            basis,
            true,
            List.of(
                text(site.t("col.period")),
                number(site.t("col.n")),
                number(site.t("col.difference")),
                number(site.t("col.limits95")),
                number(site.t("col.limits998"))),
            lines);
    List<Map<String, String>> marked =
        events.stream()
            .filter(event -> !event.has("body_id") || event.is("body_id", body))
            .map(
                event ->
                    Map.of(
                        "period",
                            event
                                .text("date")
                                .substring(0, Math.min(7, event.text("date").length())),
                        "text", event.text("text")))
            .toList();
    return new Chart(
        "drift-chart-" + PageNames.of(body),
        "drift",
        title,
        site.t("drift.summary", "n", outside, "all", rows.size()),
        basis,
        Chart.Height.SHORT,
        Map.of(
            "points", points,
            "events", marked,
            "limit95", site.t("funnel.limit95"),
            "limit998", site.t("funnel.limit998"),
            "value", site.t("drift.value"),
            "unit", site.t("unit.points")),
        Optional.of(table));
  }

  /** Just above the threshold against just below, in standard errors of their difference. */
  private static double excess(List<Row> rows) {
    OptionalDouble threshold = rows.get(0).number("threshold");
    long above = 0;
    long below = 0;
    for (Row row : rows) {
      above += isAt(row, "bin_lo", threshold) ? row.count("n") : 0;
      below += isAt(row, "bin_hi", threshold) ? row.count("n") : 0;
    }
    return (above - below) / Math.sqrt((double) Math.max(1, above + below));
  }

  /**
   * @param most histograms drawn, those with most dossiers just above their threshold first
   */
  List<Block> bunching(int most) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("bunching", site.t("bunching.heading")));
    Map<String, List<Row>> series = new TreeMap<>();
    site.release()
        .rows("body_histogram", keep)
        .forEach(
            row ->
                series
                    .computeIfAbsent(
                        row.text("body_id") + "\t" + row.text("star"), key -> new ArrayList<>())
                    .add(row));
    if (series.isEmpty()) {
      blocks.add(site.gap("body_histogram"));
    }
    series.values().stream()
        .sorted(Comparator.comparingDouble((List<Row> rows) -> -excess(rows)))
        .limit(most)
        .forEach(rows -> blocks.add(histogram(rows)));
    if (series.size() > most) {
      blocks.add(new Prose(site.t("bunching.cut", "shown", most, "all", series.size())));
    }
    return blocks;
  }

  private Chart histogram(List<Row> rows) {
    Row any = rows.get(0);
    OptionalDouble threshold = any.number("threshold");
    List<List<Object>> bins = new ArrayList<>();
    List<Grid.Line> lines = new ArrayList<>();
    long n = 0;
    long above = 0;
    long below = 0;
    for (Row row : rows) {
      n += row.count("n");
      above += isAt(row, "bin_lo", threshold) ? row.count("n") : 0;
      below += isAt(row, "bin_hi", threshold) ? row.count("n") : 0;
      bins.add(
          List.of(
              Numbers.json(row.number("bin_lo")),
              Numbers.json(row.number("bin_hi")),
              row.count("n")));
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Numbers.fixed(site, row.number("bin_lo"), 3),
                  Numbers.fixed(site, row.number("bin_hi"), 3),
                  Numbers.whole(site, row.number("n")))));
    }
    String title =
        site.t(
            "bunching.title",
            "body",
            site.name("body", any.text("body_id")),
            "star",
            site.stars(any.number("star")),
            "threshold",
            site.figures().fixed(threshold, 2));
    String basis =
        site.basis(site.figures().whole(n), site.t("period.all"), site.t("method.histogram"));
    String id = PageNames.of(any.text("body_id")) + "-" + PageNames.of(any.text("star"));
    return new Chart(
        "histogram-chart-" + id,
        "histogram",
        title,
        site.t("bunching.summary", "n", n, "above", above, "below", below),
        basis,
        Chart.Height.SHORT,
        Map.of(
            "bins", bins,
            "threshold", Numbers.json(threshold),
            "thresholdLabel", site.t("bunching.threshold"),
            "x", site.t("bunching.x"),
            "y", site.t("bunching.y")),
        Optional.of(
            new Grid(
                "histogram-" + id,
                title,
                basis,
                true,
                List.of(
                    number(site.t("col.bin")),
                    number(site.t("col.bin_to")),
                    number(site.t("col.count"))),
                lines)));
  }

  private static boolean isAt(Row row, String column, OptionalDouble threshold) {
    return threshold.isPresent()
        && Math.abs(row.number(column).orElse(-1) - threshold.getAsDouble()) < 1e-9;
  }

  private Cell interval(Row row, String lo, String hi) {
    return Numbers.interval(
        site, Numbers.times100(row.number(lo)), Numbers.times100(row.number(hi)), 1);
  }
}
