package org.evenstar.pipeline.publish.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ParquetTableReader;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.Texts;
import org.evenstar.pipeline.publish.change.ReleaseChanges.Cause;
import org.evenstar.pipeline.publish.change.ReleaseChanges.DatasetChange;
import org.evenstar.pipeline.publish.change.ReleaseChanges.Kind;
import org.evenstar.pipeline.publish.change.ReleaseChanges.RowChange;
import org.evenstar.pipeline.publish.change.ReleaseChanges.Values;
import org.evenstar.pipeline.publish.trace.CellDossiers;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Compares two releases tier by tier.
 *
 * <p>Only the association learns how many dossiers changed and which rows they touch: in a small
 * cell that would tell an institution's score.
 */
public final class ReleaseDiff {
  private static final String DOSSIERS_OF = "association";
  private static final int LISTED = 200;

  private final Engine engine;
  private final Path before;
  private final Path after;
  private final Manifest former;
  private final Manifest later;

  /**
   * @param engine compares the rows; its tables {@code former_row} and {@code later_row} are used
   * @param before folder of the former release
   * @param after folder of the later one
   */
  public ReleaseDiff(Engine engine, Path before, Manifest former, Path after, Manifest later) {
    this.engine = engine;
    this.before = before;
    this.after = after;
    this.former = former;
    this.later = later;
  }

  /** What differs in one tier. */
  public ReleaseChanges of(String tier) throws IOException {
    boolean isForDossiers = tier.equals(DOSSIERS_OF);
    DossierChanges dossiers = isForDossiers ? dossiers() : new DossierChanges();
    List<Cause> causes = new Causes(former, later).list(isForDossiers, dossiers.counts());
    List<Kind> general =
        causes.stream().map(Cause::kind).filter(kind -> kind.compareTo(Kind.MODEL) >= 0).toList();
    List<DatasetChange> changes = new ArrayList<>();
    for (DatasetSchema schema : DatasetSchema.all()) {
      Optional<List<DatasetSchema.Column>> shared = open(tier, schema);
      if (shared.isPresent()) {
        changes.add(
            change(
                tier,
                schema,
                new RowPairs(schema, shared.get()),
                isForDossiers,
                dossiers,
                general));
      }
    }
    engine.drop("former_row");
    engine.drop("later_row");
    return new ReleaseChanges(former.releaseId(), later.releaseId(), tier, causes, changes);
  }

  /** Writes {@code changes.json} into every tier of the later release. */
  public void write() throws IOException {
    for (String tier : tiers()) {
      Files.writeString(
          after.resolve(tier).resolve("changes.json"),
          Json.MAPPER.writeValueAsString(of(tier)) + "\n");
    }
  }

  /** The tiers that both releases have, but for the institutions' private files. */
  public List<String> tiers() {
    return DatasetSchema.all().stream()
        .flatMap(schema -> schema.tiers().stream())
        .distinct()
        .sorted()
        .filter(tier -> !tier.equals(DatasetSchema.PRIVATE_TIER))
        .filter(tier -> Files.isDirectory(before.resolve(tier)))
        .filter(tier -> Files.isDirectory(after.resolve(tier)))
        .toList();
  }

  private DossierChanges dossiers() throws IOException {
    DatasetSchema schema = DatasetSchema.named("dossier");
    Optional<List<DatasetSchema.Column>> shared = open(DOSSIERS_OF, schema);
    return shared.isPresent()
        ? new DossierChanges(engine, new RowPairs(schema, shared.get()))
        : new DossierChanges();
  }

  /** Registers both sides when they differ; the columns of both, when they share the key. */
  private Optional<List<DatasetSchema.Column>> open(String tier, DatasetSchema schema)
      throws IOException {
    String file = tier + "/" + schema.dataset() + ".parquet";
    Path one = before.resolve(file);
    Path two = after.resolve(file);
    if (!Files.exists(one) || !Files.exists(two) || Files.mismatch(one, two) < 0) {
      return Optional.empty();
    }
    List<String> known = columns(one);
    List<String> present = columns(two);
    List<DatasetSchema.Column> shared =
        schema.columns().stream()
            .filter(c -> known.contains(c.name()) && present.contains(c.name()))
            .toList();
    List<String> names = shared.stream().map(DatasetSchema.Column::name).toList();
    if (!names.containsAll(schema.key())) {
      return Optional.empty();
    }
    engine.register("former_row", List.of(one));
    engine.register("later_row", List.of(two));
    return Optional.of(shared);
  }

  private static List<String> columns(Path parquet) throws IOException {
    try (ParquetTableReader reader = ParquetTableReader.open(parquet)) {
      return reader.columns();
    }
  }

  private DatasetChange change(
      String tier,
      DatasetSchema schema,
      RowPairs pairs,
      boolean isForDossiers,
      DossierChanges dossiers,
      List<Kind> general)
      throws IOException {
    Map<String, Long> rowsBy = new TreeMap<>();
    Map<String, Long> cellsByColumn = new TreeMap<>();
    List<RowChange> listed = new ArrayList<>();
    try (Rows rows = engine.query(pairs.query())) {
      while (rows.next()) {
        String what = pairs.what(rows);
        rowsBy.merge(what, 1L, Long::sum);
        Map<String, Values> cells = new LinkedHashMap<>();
        for (DatasetSchema.Column column : pairs.columns()) {
          if (what.equals("CHANGED") && pairs.differs(rows, column.name())) {
            cellsByColumn.merge(column.name(), 1L, Long::sum);
            cells.put(column.name(), values(pairs, rows, column));
          }
        }
        if (listed.size() < LISTED) {
          Map<String, @Nullable String> key = key(schema, pairs, rows, what);
          List<Kind> why = isForDossiers ? why(schema, key, dossiers, general) : List.<Kind>of();
          listed.add(new RowChange(key, what, cells, why));
        }
      }
    }
    String file = tier + "/" + schema.dataset() + ".parquet";
    List<String> known = columns(before.resolve(file));
    List<String> present = columns(after.resolve(file));
    return new DatasetChange(
        schema.dataset(),
        rowsBy.getOrDefault("ADDED", 0L),
        rowsBy.getOrDefault("REMOVED", 0L),
        rowsBy.getOrDefault("CHANGED", 0L),
        present.stream().filter(name -> !known.contains(name)).toList(),
        known.stream().filter(name -> !present.contains(name)).toList(),
        cellsByColumn,
        listed);
  }

  private static Values values(RowPairs pairs, Rows rows, DatasetSchema.Column column) {
    return new Values(
        Texts.of(rows, pairs.before(column.name()), column.type()),
        Texts.of(rows, pairs.after(column.name()), column.type()));
  }

  private static Map<String, @Nullable String> key(
      DatasetSchema schema, RowPairs pairs, Rows rows, String what) {
    Map<String, @Nullable String> key = new LinkedHashMap<>();
    for (String name : schema.key()) {
      int at = what.equals("REMOVED") ? pairs.before(name) : pairs.after(name);
      key.put(name, Texts.of(rows, at, schema.columns().get(schema.indexOf(name)).type()));
    }
    return key;
  }

  private static List<Kind> why(
      DatasetSchema schema,
      Map<String, @Nullable String> key,
      DossierChanges dossiers,
      List<Kind> general) {
    List<Kind> why = new ArrayList<>();
    if (CellDossiers.canTell(schema)) {
      why.addAll(dossiers.touching(new CellDossiers(key)));
    }
    why.addAll(general);
    return why.isEmpty() ? List.of(Kind.OTHER_CELLS) : List.copyOf(why);
  }
}
