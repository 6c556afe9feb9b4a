package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenstar.reports.release.Label;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Row;

/** The benchmark cells that the policymaker's pages use, read once for all of them. */
public final class PolicyData {
  /** Most steps of a time series; the newest are kept. */
  private static final int MOST_PERIODS = 24;

  /** A measure: {@code kind:id}. */
  record Measure(String kind, String id) {
    String key() {
      return kind + ":" + id;
    }
  }

  /** Stands for every measure of a cell that is withheld as a whole. */
  private static final Measure WHOLE = new Measure("*", "*");

  private static final List<String> LEVELS = List.of("unit37", "region", "province");

  private final String level;
  private final List<String> regions;
  private final List<String> sectors;
  private final List<Measure> measures;
  private final String periodKind;
  private final List<String> periods;
  private final Map<String, Row> cells = new HashMap<>();
  private final Map<String, List<Row>> starShares = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  private PolicyData(Release release) {
    List<Row> rows = release.rows("benchmark", PolicyData::isUsed);
    Set<String> levels = new TreeSet<>();
    rows.forEach(row -> levels.add(row.text("region_level")));
    level = LEVELS.stream().filter(levels::contains).findFirst().orElse("region");
    Set<String> regionCodes = new TreeSet<>();
    Set<String> sectorIds = new TreeSet<>();
    Map<String, Measure> found = new TreeMap<>();
    Map<String, Set<String>> periodsByKind = new TreeMap<>();
    for (Row row : rows) {
      boolean isNation = row.is("region_level", "nation");
      if (!isNation && !row.is("region_level", level)) {
        continue;
      }
      if (!isNation) {
        regionCodes.add(row.text("region_code"));
      }
      if (!row.is("sector_id", "*")) {
        sectorIds.add(row.text("sector_id"));
      }
      Measure measure = new Measure(row.text("measure_kind"), row.text("measure_id"));
      if (!measure.equals(WHOLE)) {
        found.putIfAbsent(measure.key(), measure);
      }
      if (row.has("mean")) {
        told.add(row.text("region_code"));
      }
      periodsByKind
          .computeIfAbsent(row.text("period_kind"), key -> new TreeSet<>())
          .add(row.text("period"));
      cells.put(
          key(
              isNation ? "*" : row.text("region_code"),
              row.text("sector_id"),
              measure,
              row.text("period_kind").equals("all") ? "*" : row.text("period")),
          row);
    }
    regions = List.copyOf(regionCodes);
    sectors = List.copyOf(sectorIds);
    measures = ordered(found, release);
    periodKind =
        List.of("quarter", "month", "year").stream()
            .filter(kind -> periodsByKind.getOrDefault(kind, Set.of()).size() > 1)
            .findFirst()
            .orElse("all");
    List<String> all = List.copyOf(periodsByKind.getOrDefault(periodKind, Set.of()));
    periods =
        periodKind.equals("all")
            ? List.of()
            : all.subList(Math.max(0, all.size() - MOST_PERIODS), all.size());
    for (Row row : release.rows("star_share", PolicyData::isUsedShare)) {
      boolean isNation = row.is("region_level", "nation");
      if (isNation || row.is("region_level", level)) {
        starShares
            .computeIfAbsent(isNation ? "*" : row.text("region_code"), key -> new ArrayList<>())
            .add(row);
      }
    }
  }

  /** Reads a release. */
  public static PolicyData read(Release release) {
    return new PolicyData(release);
  }

  /** The region level that the pages compare: the 37 units where there are such. */
  String level() {
    return level;
  }

  List<String> regions() {
    return regions;
  }

  /** Whether any number of a region is told at all. */
  boolean isTold(String region) {
    return told.contains(region);
  }

  List<String> sectors() {
    return sectors;
  }

  /** Index, total, stars, then domains and indicators in the model's order. */
  List<Measure> measures() {
    return measures;
  }

  List<Measure> measures(String kind) {
    return measures.stream().filter(measure -> measure.kind().equals(kind)).toList();
  }

  /** The measure that sums all up. */
  Optional<Measure> main() {
    return measures.stream().findFirst();
  }

  /** Periods of the time series, oldest first; empty without one. */
  List<String> periods() {
    return periods;
  }

  String periodKind() {
    return periodKind;
  }

  /** A cell over all periods; region {@code *} is the nation. */
  Optional<Row> cell(String region, Measure measure) {
    return cell(region, "*", measure, "*");
  }

  Optional<Row> cell(String region, String sector, Measure measure, String period) {
    Row cell = cells.get(key(region, sector, measure, period));
    return Optional.ofNullable(cell != null ? cell : cells.get(key(region, sector, WHOLE, period)));
  }

  /** Shares of each star in a region over all periods. */
  List<Row> stars(String region) {
    return starShares.getOrDefault(region, List.of());
  }

  private static List<Measure> ordered(Map<String, Measure> found, Release release) {
    List<Measure> out = new ArrayList<>();
    for (String key : wholes(release)) {
      Optional.ofNullable(found.get(key)).ifPresent(out::add);
    }
    for (String kind : kinds(found)) {
      for (Label label : release.labels().all(kind)) {
        Optional.ofNullable(found.get(kind + ":" + label.code())).ifPresent(out::add);
      }
      found.values().stream()
          .filter(measure -> measure.kind().equals(kind) && !out.contains(measure))
          .forEach(out::add);
    }
    return List.copyOf(out);
  }

  /** Indicators that are the domains themselves are not told twice. */
  private static List<String> kinds(Map<String, Measure> found) {
    boolean isFiner =
        found.values().stream()
            .anyMatch(
                measure ->
                    measure.kind().equals("indicator")
                        && !found.containsKey("domain:" + measure.id()));
    return isFiner ? List.of("domain", "indicator") : List.of("domain");
  }

  /** Measures of a whole dossier, the one to begin with first: more of it must be better. */
  private static List<String> wholes(Release release) {
    return isFewerBetter(release)
        ? List.of("index:index", "star:star", "total:total")
        : List.of("index:index", "total:total", "star:star");
  }

  /** Whether points in total are penalties: the model's stars have a greatest total. */
  static boolean isFewerBetter(Release release) {
    return release.model().stream()
        .flatMap(card -> card.model().rule().bands().stream())
        .anyMatch(band -> band.totalMax() != null);
  }

  private static boolean isUsed(Row row) {
    return isPlain(row)
        && (row.is("sector_id", "*") || (isOfWhole(row) && isAllPeriods(row)))
        && List.of("all", "quarter", "month", "year").contains(row.text("period_kind"));
  }

  private static boolean isOfWhole(Row row) {
    return List.of("index", "total", "star", WHOLE.kind()).contains(row.text("measure_kind"));
  }

  private static boolean isUsedShare(Row row) {
    return isPlain(row) && row.is("sector_id", "*") && isAllPeriods(row);
  }

  private static boolean isPlain(Row row) {
    return row.is("organisation_type", "*")
        && row.is("applied_star", "*")
        && row.is("awarded_star", "*");
  }

  private static boolean isAllPeriods(Row row) {
    return row.is("period_kind", "all");
  }

  private static String key(String region, String sector, Measure measure, String period) {
    return region + "\t" + sector + "\t" + measure.key() + "\t" + period;
  }
}
