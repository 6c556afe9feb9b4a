package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** The sentences of a region's briefing; each says its numbers with their intervals. */
final class BriefingText {
  /** Trends named a sentence. */
  private static final int TRENDS = 4;

  private final Site site;
  private final PolicyData data;
  private final String region;
  private final String name;
  private final Measure main;

  BriefingText(Site site, PolicyData data, String region) {
    this.site = site;
    this.data = data;
    this.region = region;
    this.name = site.name("region", region);
    this.main = data.main().orElseThrow();
  }

  /** Where the region stands, and what a small number does to it. */
  List<String> standing() {
    Optional<Row> cell = data.cell(region, main);
    Optional<Row> nation = data.cell("*", main);
    List<String> out = new ArrayList<>();
    out.add(site.t("region.answer." + Cells.standing(cell, nation).tone(), "region", name));
    if (cell.isEmpty() || !cell.get().has("mean")) {
      return out;
    }
    out.add(
        site.t(
            "briefing.mean",
            "measure",
            Cells.measure(site, main),
            "mean",
            site.figures().fixed(Cells.value(cell, "mean"), 2),
            "interval",
            site.figures().interval(Cells.value(cell, "mean_lo"), Cells.value(cell, "mean_hi"), 2),
            "n",
            cell.get().count("n"),
            "nation",
            site.figures().fixed(Cells.value(nation, "mean"), 2)));
    estimate().map(row -> shrunken(row, Cells.value(cell, "mean"))).ifPresent(out::addAll);
    return out;
  }

  /** The shrunken mean where it is another one, and how many pairs can be told apart at all. */
  private List<String> shrunken(Row row, OptionalDouble raw) {
    List<String> out = new ArrayList<>();
    String mean = site.figures().fixed(row.number("shrunken_mean"), 2);
    if (!mean.equals(site.figures().fixed(raw, 2))) {
      out.add(site.t("briefing.shrunken", "mean", mean));
    }
    if (row.has("distinguishable_share")) {
      OptionalDouble share = row.number("distinguishable_share");
      out.add(site.t("briefing.apart", "share", site.figures().percent(share, 0)));
    }
    return out;
  }

  /** The rank, never without its interval. */
  Optional<String> rank() {
    return estimate()
        .filter(row -> row.has("rank_lo") && row.has("rank_hi"))
        .map(
            row ->
                site.t(
                    "briefing.rank.of",
                    "lo",
                    row.count("rank_lo"),
                    "hi",
                    row.count("rank_hi"),
                    "all",
                    row.count("n_ranked")));
  }

  private Optional<Row> estimate() {
    return site
        .release()
        .rows(
            "region_estimate",
            row ->
                row.is("region_code", region)
                    && row.is("region_level", data.level())
                    && row.is("measure_kind", main.kind())
                    && row.is("measure_id", main.id()))
        .stream()
        .findFirst()
        .filter(row -> row.has("shrunken_mean"));
  }

  /** The newest period against the one before it. */
  List<String> change() {
    if (data.periods().isEmpty()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    out.add(lastChange());
    out.addAll(trends());
    return out;
  }

  /** What rises or falls over all periods by more than chance. */
  private List<String> trends() {
    Trends trends = Trends.read(site, data);
    Optional<Row> any = trends.any(region);
    if (any.isEmpty()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    for (String answer : List.of("FALLING", "RISING")) {
      List<Row> rows = trends.of(region, answer);
      if (!rows.isEmpty()) {
        String names =
            rows.stream()
                .limit(TRENDS)
                .map(this::trend)
                .collect(Collectors.joining(site.t("list.and")));
        out.add(trend("briefing.trend." + answer, any.get(), names));
      }
    }
    return out.isEmpty() ? List.of(trend("briefing.trend.none", any.get(), "")) : out;
  }

  private String trend(String key, Row any, String names) {
    return site.t(
        key, "first", any.text("first_period"), "last", any.text("last_period"), "names", names);
  }

  private String trend(Row row) {
    return site.t(
        "trend.item",
        "measure",
        Cells.measure(site, Trends.measure(row)),
        "slope",
        site.figures().signed(row.number("slope"), 2),
        "interval",
        site.figures().interval(row.number("slope_lo"), row.number("slope_hi"), 2));
  }

  private String lastChange() {
    String period = data.periods().get(data.periods().size() - 1);
    Optional<Row> cell = data.cell(region, "*", main, period);
    if (cell.isEmpty() || !cell.get().has("change")) {
      return site.t("briefing.change." + whyUnchanged(cell), "period", period);
    }
    return site.t(
        "briefing.change." + direction(cell.get()),
        "period",
        period,
        "change",
        site.figures().signed(cell.get().number("change"), 2),
        "interval",
        site.figures().interval(cell.get().number("change_lo"), cell.get().number("change_hi"), 2),
        "n",
        cell.get().count("n"));
  }

  private String whyUnchanged(Optional<Row> cell) {
    if (Cells.standing(cell, Optional.empty()) == Cells.Standing.NONE) {
      return "none";
    }
    String before = data.periods().get(data.periods().size() - 2);
    Optional<Row> former = data.cell(region, "*", main, before);
    return Cells.standing(former, Optional.empty()) == Cells.Standing.NONE ? "first" : "withheld";
  }

  private static String direction(Row cell) {
    return cell.number("change_lo").orElse(-1) > 0
        ? "up"
        : cell.number("change_hi").orElse(1) < 0 ? "down" : "same";
  }

  /** How many have one of the two highest stars. */
  List<String> stars() {
    List<Row> own = data.stars(region);
    OptionalDouble from =
        data.stars("*").stream().mapToDouble(row -> row.number("star").orElse(0) - 1).max();
    if (own.isEmpty() || from.isEmpty() || !isWhole(own) || !isWhole(data.stars("*"))) {
      boolean isThere = site.release().has("star_share");
      return List.of(site.t(isThere ? "briefing.stars.withheld" : "briefing.stars.none"));
    }
    long n = own.get(0).count("n_total");
    return List.of(
        site.t(
            "briefing.stars.text",
            "high",
            count(own, from.getAsDouble()),
            "n",
            n,
            "share",
            share(own, from.getAsDouble()),
            "from",
            site.stars(from),
            "nation",
            share(data.stars("*"), from.getAsDouble())));
  }

  private static boolean isWhole(List<Row> stars) {
    return stars.stream().allMatch(row -> row.has("n") && row.count("n_total") > 0);
  }

  private static long count(List<Row> stars, double from) {
    return stars.stream()
        .filter(row -> row.number("star").orElse(-1) >= from)
        .mapToLong(row -> row.count("n"))
        .sum();
  }

  private String share(List<Row> stars, double from) {
    double share = count(stars, from) / (double) stars.get(0).count("n_total");
    return site.figures().percent(OptionalDouble.of(share), 0);
  }

  /** What the numbers cannot bear. */
  List<String> limits() {
    Optional<Row> cell = data.cell(region, main);
    List<String> out = new ArrayList<>();
    if (site.manifest().isInferred()) {
      out.add(
          site.t(
              "banner.inferred",
              "model",
              site.manifest().modelId(),
              "version",
              site.manifest().modelVersion()));
    }
    out.add(site.t("briefing.voluntary"));
    long withheld =
        data.measures().stream()
            .filter(
                m ->
                    Cells.standing(data.cell(region, m), Optional.empty())
                        == Cells.Standing.WITHHELD)
            .count();
    if (withheld > 0) {
      out.add(site.t("briefing.withheld", "n", withheld, "all", data.measures().size()));
    }
    if (Cells.value(cell, "share_expired").orElse(0) > 0) {
      out.add(
          site.t(
              "briefing.expired",
              "share",
              site.figures().percent(Cells.value(cell, "share_expired"), 0)));
    }
    out.add(site.t("briefing.rule"));
    return out;
  }
}
