package org.evenstar.pipeline.disclose;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenstar.disclosure.Cell;
import org.evenstar.disclosure.CellKey;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.ShownCell;
import org.evenstar.disclosure.Statistic;
import org.evenstar.parquet.ParquetTableReader;
import org.evenstar.pipeline.publish.Hashes;
import org.jspecify.annotations.Nullable;

/** What the files of a release show of every cell, in each form and tier. */
final class ShownValues {
  private static final List<String> TIERS = List.of("public", "policy");

  private static final List<String> DATASETS =
      List.of("benchmark", "star_share", "region_estimate", "region_gap", "sensitivity");

  /** What is shown, by measure ({@code kind/id}) and cell. */
  private final Map<String, Map<CellKey, Set<Statistic>>> byMeasure = new TreeMap<>();

  private final Map<CellKey, Set<Statistic>> any = new HashMap<>();
  private final List<String> leftOver = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  private ShownValues() {}

  static ShownValues read(Path release) throws IOException {
    ShownValues values = new ShownValues();
    for (String tier : TIERS) {
      for (String dataset : DATASETS) {
        values.file(release.resolve(tier).resolve(dataset + ".csv"), dataset);
        values.file(release.resolve(tier).resolve(dataset + ".parquet"), dataset);
      }
    }
    return values;
  }

  /** Copies of a file that was read are not read again. */
  private void file(Path file, String dataset) throws IOException {
    if (!Files.exists(file) || !read.add(Hashes.sha256(file))) {
      return;
    }
    if (file.toString().endsWith(".csv")) {
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder()
              .ofNamedCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : csv) {
          rows(dataset, column -> row.findField(column).filter(v -> !v.isEmpty()).orElse(null));
        }
      }
      return;
    }
    try (ParquetTableReader reader = ParquetTableReader.open(file)) {
      Map<String, Integer> places = new HashMap<>();
      for (String column : reader.columns()) {
        places.put(column, places.size());
      }
      for (@Nullable Object[] row = reader.next(); row != null; row = reader.next()) {
        @Nullable Object[] cells = row;
        rows(
            dataset,
            column -> {
              Integer place = places.get(column);
              Object value = place == null ? null : cells[place];
              return value == null ? null : value.toString();
            });
      }
    }
  }

  /** A gap shows something of both its regions. */
  private void rows(String dataset, Function<String, @Nullable String> cell) {
    if (dataset.equals("region_gap")) {
      row(dataset, column -> cell.apply(column.equals("region_code") ? "region_a" : column));
      row(dataset, column -> cell.apply(column.equals("region_code") ? "region_b" : column));
    } else {
      row(dataset, cell);
    }
  }

  private void row(String dataset, Function<String, @Nullable String> cell) {
    CellKey key = key(cell);
    Set<Statistic> shown = EnumSet.noneOf(Statistic.class);
    add(shown, Statistic.COUNT, cell, "n", "n_total", "n_institutions", "n_known");
    add(shown, Statistic.MEAN, cell, "mean", "sd", "mean_lo", "share", "change", "raw_mean");
    add(shown, Statistic.QUARTILES, cell, "q1", "median", "q3");
    add(shown, Statistic.DECILES, cell, "d1", "d9");
    add(shown, Statistic.MEAN, cell, "age_days_mean", "share_expired", "coverage_share", "rank");
    add(shown, Statistic.MEAN, cell, "shrunken_mean", "standardised_mean", "gap");
    if (shown.isEmpty()) {
      return;
    }
    if ("WITHHELD".equals(cell.apply("obs_status"))) {
      leftOver.add(dataset + ": " + key + " is withheld and still shows " + shown);
    }
    any.computeIfAbsent(key, k -> EnumSet.noneOf(Statistic.class)).addAll(shown);
    String kind = dataset.equals("star_share") ? "star" : cell.apply("measure_kind");
    if (kind != null) {
      String id = dataset.equals("star_share") ? "star" : cell.apply("measure_id");
      byMeasure
          .computeIfAbsent(kind + "/" + id, m -> new HashMap<>())
          .computeIfAbsent(key, k -> EnumSet.noneOf(Statistic.class))
          .addAll(shown);
    }
  }

  private static void add(
      Set<Statistic> shown,
      Statistic statistic,
      Function<String, @Nullable String> cell,
      String... columns) {
    for (String column : columns) {
      if (cell.apply(column) != null) {
        shown.add(statistic);
      }
    }
  }

  /** The key of a row; datasets without periods are of what holds at the day of the run. */
  private static CellKey key(Function<String, @Nullable String> cell) {
    Map<String, String> codes = new TreeMap<>();
    put(codes, "applied_star", cell.apply("applied_star"));
    put(codes, "awarded_star", cell.apply("awarded_star"));
    put(codes, "organisation_type", cell.apply("organisation_type"));
    put(codes, "sector", cell.apply("sector_id"));
    String level = cell.apply("region_level");
    String region = cell.apply("region_code");
    put(codes, "region", "*".equals(region) ? region : level + ":" + region);
    String kind = cell.apply("period_kind");
    codes.put("period", kind == null ? "all:*" : kind + ":" + cell.apply("period"));
    return CellKey.of(codes);
  }

  private static void put(Map<String, String> codes, String dimension, @Nullable String code) {
    if (code != null && !code.equals("*")) {
      codes.put(dimension, code);
    }
  }

  /** Numbers where there should be none: in withheld rows, or of cells that no table has. */
  List<String> strangers(LinkedTables tables) {
    List<String> found = new ArrayList<>(leftOver);
    for (CellKey key : new java.util.TreeSet<>(any.keySet())) {
      if (!tables.contains(key)) {
        found.add(key + " is shown and not among the cells that were decided");
      }
    }
    return found;
  }

  /**
   * What is shown of the cells, whatever the measure.
   *
   * @param open cells that are no secret, shown or not: the attacker is given their counts
   */
  Map<CellKey, ShownCell> wholes(LinkedTables tables, Set<CellKey> open) {
    return shown(any, tables, open);
  }

  /** What is shown of one measure ({@code kind/id}) of the cells. */
  Map<CellKey, ShownCell> measure(String measure, LinkedTables tables, Set<CellKey> open) {
    return shown(byMeasure.getOrDefault(measure, Map.of()), tables, open);
  }

  private static Map<CellKey, ShownCell> shown(
      Map<CellKey, Set<Statistic>> values, LinkedTables tables, Set<CellKey> open) {
    Map<CellKey, ShownCell> cells = new TreeMap<>();
    for (CellKey key : open) {
      cells.put(key, ShownCell.of(tables.cell(key), Set.of(Statistic.COUNT)));
    }
    values.forEach(
        (key, statistics) -> {
          if (tables.contains(key)) {
            Cell cell = tables.cell(key);
            cells.put(key, ShownCell.of(cell, statistics));
          }
        });
    return cells;
  }

  /** How many cells show something. */
  int size() {
    return any.size();
  }
}
