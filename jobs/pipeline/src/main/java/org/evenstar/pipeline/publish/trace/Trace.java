package org.evenstar.pipeline.publish.trace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.publish.Texts;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Goes from a row of a release to the SQL that made it and to the dossiers behind it, with file,
 * sheet and row of each. It reads the association's tier, and only that names dossiers.
 */
public final class Trace {
  private static final int CHOICES_SHOWN = 10;

  private final Engine engine;
  private final Path release;

  /** Reads through the engine's tables {@code traced_row} and {@code traced_lineage}. */
  public Trace(Engine engine, Path release) {
    this.engine = engine;
    this.release = release;
  }

  /**
   * What is behind one row.
   *
   * @param row the row's values by column
   * @param sql files of the path, in the order in which they run
   * @param isComplete whether the dossiers can be told from the row; when not, none is named
   * @param dossiers every dossier behind it
   */
  public record Traced(
      String dataset,
      Map<String, @Nullable String> row,
      List<String> sql,
      boolean isComplete,
      List<Source> dossiers) {}

  /** Where a dossier stood. */
  public record Source(
      String bodyId,
      String dossierNo,
      @Nullable String file,
      @Nullable String sheet,
      @Nullable String rowNumber) {}

  /**
   * Traces the one row that has these values.
   *
   * @param wanted value by column; any columns, as long as one row alone has the values
   * @throws IllegalArgumentException when no row or more than one has them
   */
  public Traced of(String dataset, Map<String, String> wanted) {
    DatasetSchema schema = schema(dataset);
    for (String column : wanted.keySet()) {
      if (schema.columns().stream().noneMatch(c -> c.name().equals(column))) {
        throw new IllegalArgumentException(
            "Cannot trace dataset '"
                + dataset
                + "': it has no column '"
                + column
                + "'; its key is "
                + schema.key());
      }
    }
    Map<String, @Nullable String> row = row(schema, wanted);
    boolean isSignal = row.containsKey("signal_id");
    boolean canTell = isSignal || CellDossiers.canTell(schema);
    List<Source> sources = new ArrayList<>();
    if (isSignal) {
      sources.addAll(evidence(Objects.requireNonNull(row.get("signal_id")), row));
    } else if (canTell) {
      sources.addAll(dossiers(new CellDossiers(row)::has));
    }
    return new Traced(dataset, row, SqlSources.of(dataset), canTell, List.copyOf(sources));
  }

  private static DatasetSchema schema(String dataset) {
    return DatasetSchema.all().stream()
        .filter(schema -> schema.dataset().equals(dataset))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot trace dataset '"
                        + dataset
                        + "': no such dataset; known are "
                        + DatasetSchema.all().stream().map(DatasetSchema::dataset).toList()));
  }

  private Map<String, @Nullable String> row(DatasetSchema schema, Map<String, String> wanted) {
    register(schema);
    List<Map<String, @Nullable String>> found = new ArrayList<>();
    try (Rows rows = engine.inOrder("traced_row", schema.columnNames(), schema.key())) {
      while (rows.next() && found.size() <= CHOICES_SHOWN) {
        Map<String, @Nullable String> row = row(schema.columns(), rows);
        if (wanted.entrySet().stream()
            .allMatch(w -> w.getValue().equals(Objects.toString(row.get(w.getKey()), "")))) {
          found.add(row);
        }
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    String of = "Cannot trace a row of '" + schema.dataset() + "' with " + wanted + ": ";
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          of + "no row has these values; look into " + schema.dataset() + ".csv");
    }
    throw new IllegalArgumentException(
        of
            + "more than one row has these values; add what tells them apart. The first are "
            + found.stream()
                .limit(CHOICES_SHOWN)
                .map(row -> key(schema, row))
                .collect(Collectors.joining("; ")));
  }

  private static String key(DatasetSchema schema, Map<String, @Nullable String> row) {
    return schema.key().stream()
        .map(column -> column + "=" + Objects.toString(row.get(column), ""))
        .collect(Collectors.joining(" "));
  }

  /** The tier with most in it that has the dataset. */
  private void register(DatasetSchema schema) {
    for (String tier : List.of("association", "policy", "public")) {
      Path file = release.resolve(tier).resolve(schema.dataset() + ".parquet");
      if (Files.exists(file)) {
        engine.register("traced_row", List.of(file));
        return;
      }
    }
    throw new IllegalArgumentException(
        "Cannot trace dataset '"
            + schema.dataset()
            + "': release '"
            + release
            + "' has no Parquet file of it");
  }

  private static Map<String, @Nullable String> row(List<DatasetSchema.Column> columns, Rows rows) {
    Map<String, @Nullable String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i).name(), Texts.of(rows, i, columns.get(i).type()));
    }
    return row;
  }

  private List<Source> dossiers(Predicate<Map<String, @Nullable String>> isBehind) {
    Path dossiers = association("dossier");
    engine.register("traced_row", List.of(dossiers));
    engine.register("traced_lineage", List.of(association("lineage")));
    List<DatasetSchema.Column> columns =
        DatasetSchema.named("dossier").columns().stream()
            .filter(column -> CellDossiers.COLUMNS.contains(column.name()))
            .toList();
    String names =
        columns.stream().map(c -> "traced_row." + c.name()).collect(Collectors.joining(", "));
    List<Source> sources = new ArrayList<>();
    try (Rows rows =
        engine.query(
            "select "
                + names
                + ", traced_lineage.file, traced_lineage.sheet, traced_lineage.row_number"
                + " from traced_row inner join traced_lineage"
                + " on traced_lineage.body_id = traced_row.body_id"
                + " and traced_lineage.dossier_no = traced_row.dossier_no"
                + " order by traced_row.body_id, traced_row.dossier_no")) {
      while (rows.next()) {
        Map<String, @Nullable String> dossier = row(columns, rows);
        if (isBehind.test(dossier)) {
          int at = columns.size();
          sources.add(
              new Source(
                  String.valueOf(dossier.get("body_id")),
                  String.valueOf(dossier.get("dossier_no")),
                  rows.textAt(at),
                  rows.textAt(at + 1),
                  Texts.of(rows, at + 2, "int")));
        }
      }
    }
    return sources;
  }

  /** The dossiers that a signal names; those of its body when it names none. */
  private List<Source> evidence(String signal, Map<String, @Nullable String> row) {
    engine.register("traced_row", List.of(association("signal_evidence")));
    List<Source> sources = new ArrayList<>();
    try (Rows rows =
        engine.query(
            "select signal_id, body_id, dossier_no, file, sheet, row_number from traced_row"
                + " order by signal_id, body_id, dossier_no")) {
      while (rows.next()) {
        if (signal.equals(rows.textAt(0))) {
          sources.add(
              new Source(
                  String.valueOf(rows.textAt(1)),
                  String.valueOf(rows.textAt(2)),
                  rows.textAt(3),
                  rows.textAt(4),
                  Texts.of(rows, 5, "int")));
        }
      }
    }
    String body = row.get("body_id");
    return sources.isEmpty() && body != null
        ? dossiers(dossier -> body.equals(dossier.get("body_id")))
        : sources;
  }

  private Path association(String dataset) {
    Path file = release.resolve("association").resolve(dataset + ".parquet");
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "Cannot trace to dossiers in '"
              + release
              + "': it has no association/"
              + dataset
              + ".parquet; only the association's tier names dossiers");
    }
    return file;
  }
}
