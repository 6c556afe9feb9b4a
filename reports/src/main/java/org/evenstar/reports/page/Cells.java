package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenstar.reports.block.TileMap;
import org.evenstar.reports.release.Row;
import org.evenstar.reports.release.Unit37;

/** How a benchmark cell compares with the nation, and how it is said. */
final class Cells {
  private Cells() {}

  /** Where a cell stands against the nation's mean, by its own 95 % interval. */
  enum Standing {
    ABOVE("above", "▲"),
    SAME("same", ""),
    BELOW("below", "▼"),
    WITHHELD("withheld", "×"),
    NONE("none", "");

    private final String tone;
    private final String mark;

    Standing(String tone, String mark) {
      this.tone = tone;
      this.mark = mark;
    }

    String tone() {
      return tone;
    }

    /** The shape that says the same without colour. */
    String mark() {
      return mark;
    }
  }

  static Standing standing(Optional<Row> cell, Optional<Row> nation) {
    if (cell.isEmpty()
        || (!cell.get().has("mean") && cell.get().is("obs_status", "NOT_ASSESSED"))) {
      return Standing.NONE;
    }
    Row row = cell.get();
    if (!row.has("mean")) {
      return Standing.WITHHELD;
    }
    OptionalDouble reference =
        nation.isPresent() ? nation.get().number("mean") : OptionalDouble.empty();
    if (reference.isEmpty()) {
      return Standing.SAME;
    }
    if (row.number("mean_lo").orElse(Double.NEGATIVE_INFINITY) > reference.getAsDouble()) {
      return Standing.ABOVE;
    }
    return row.number("mean_hi").orElse(Double.POSITIVE_INFINITY) < reference.getAsDouble()
        ? Standing.BELOW
        : Standing.SAME;
  }

  /** A cell in words: mean, interval, n, and where it stands. */
  static String help(Site site, Optional<Row> cell, Optional<Row> nation) {
    Standing standing = standing(cell, nation);
    if (standing == Standing.NONE) {
      return site.t("standing.none");
    }
    Row row = cell.orElseThrow();
    if (standing == Standing.WITHHELD) {
      String why = site.absence(row.text("obs_status"), row.text("reason"));
      return why.isEmpty() ? site.t("status.WITHHELD") : why;
    }
    return site.t(
        "cell.help",
        "mean",
        site.figures().fixed(row.number("mean"), 2),
        "interval",
        site.figures().interval(row.number("mean_lo"), row.number("mean_hi"), 2),
        "n",
        row.count("n"),
        "standing",
        site.t("standing." + standing.tone()));
  }

  /** Every standing in words, by its tone. */
  static Map<String, String> words(Site site) {
    Map<String, String> out = new LinkedHashMap<>();
    for (Standing standing : Standing.values()) {
      out.put(standing.tone, site.t("standing." + standing.tone));
    }
    return out;
  }

  /** A number of a cell that may be absent. */
  static OptionalDouble value(Optional<Row> row, String column) {
    return row.isPresent() ? row.get().number(column) : OptionalDouble.empty();
  }

  /** A region's mean less the nation's. */
  static OptionalDouble difference(PolicyData data, String region, PolicyData.Measure measure) {
    OptionalDouble own = value(data.cell(region, measure), "mean");
    OptionalDouble nation = value(data.cell("*", measure), "mean");
    return own.isPresent() && nation.isPresent()
        ? OptionalDouble.of(own.getAsDouble() - nation.getAsDouble())
        : OptionalDouble.empty();
  }

  /** How many a cell holds; in words where that is withheld. */
  static String n(Site site, Optional<Row> cell) {
    return cell.isPresent() && cell.get().has("n")
        ? site.figures().whole(cell.get().count("n"))
        : site.t("status.WITHHELD");
  }

  /** The name of a measure. */
  static String measure(Site site, PolicyData.Measure measure) {
    return switch (measure.kind()) {
      case "domain", "indicator" -> site.name(measure.kind(), measure.id());
      case "total" ->
          site.t(
              PolicyData.isFewerBetter(site.release()) ? "measure.total.fewer" : "measure.total");
      default -> site.texts().code("measure", measure.kind());
    };
  }

  /** The measures in groups, for a list to choose from. */
  static List<TileMap.Group> groups(Site site, PolicyData data) {
    List<TileMap.Group> out = new ArrayList<>();
    List<TileMap.Choice> whole = new ArrayList<>();
    for (PolicyData.Measure measure : data.measures()) {
      if (!measure.kind().equals("domain") && !measure.kind().equals("indicator")) {
        whole.add(new TileMap.Choice(measure.key(), measure(site, measure)));
      }
    }
    out.add(new TileMap.Group(site.t("measure.whole"), whole));
    for (String kind : List.of("domain", "indicator")) {
      List<TileMap.Choice> choices =
          data.measures(kind).stream()
              .map(measure -> new TileMap.Choice(measure.key(), measure(site, measure)))
              .toList();
      if (!choices.isEmpty()) {
        out.add(new TileMap.Group(site.t("measure." + kind), choices));
      }
    }
    return out;
  }

  /** What fits on a tile. */
  static String shortName(Site site, String region) {
    return Unit37.of(region)
        .map(unit -> unit.shortName().in(site.language()))
        .orElseGet(() -> site.name("region", region));
  }

  /** The page of a region, as seen from the policy folder. */
  static String page(String region) {
    return "region-" + PageNames.of(region) + ".html";
  }
}
