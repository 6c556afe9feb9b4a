package org.evenstar.pipeline.disclose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.evenstar.disclosure.Cell;
import org.evenstar.disclosure.CellKey;
import org.evenstar.disclosure.Conflict;
import org.evenstar.disclosure.Decision;
import org.evenstar.disclosure.Decisions;
import org.evenstar.disclosure.Reason;
import org.evenstar.engine.Engine;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.pipeline.benchmark.CellKeys;
import org.evenstar.pipeline.benchmark.TableRow;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;

/**
 * What was decided, for those who may see the cells anyway: the dataset {@code disclosure_cell},
 * and {@code disclosure.json}, from which a finished release is attacked and a later one protected.
 */
public final class DisclosureRecord {
  /** The file's name, in the association's tier of a release. */
  public static final String FILE = "disclosure.json";

  private static final String DATASET = "disclosure_cell";

  private final CellKeys keys;
  private final Systems systems;
  private final Limits limits;
  private final Map<Long, CellKey> names;

  DisclosureRecord(CellKeys keys, Systems systems, Limits limits, Map<Long, CellKey> names) {
    this.keys = keys;
    this.systems = systems;
    this.limits = limits;
    this.names = names;
  }

  /** The table that shows a cell: its dimensions, such as {@code unit37 × sector × quarter}. */
  static String table(CellKeys.Cell cell) {
    List<String> parts = new ArrayList<>(List.of(cell.region().level()));
    add(parts, cell.sectorId(), "sector");
    add(parts, cell.organisationType(), "organisation_type");
    add(parts, cell.appliedStar(), "applied_star");
    add(parts, cell.awardedStar(), "awarded_star");
    parts.add(cell.periodKind());
    return String.join(" × ", parts);
  }

  private static void add(List<String> parts, String code, String dimension) {
    if (!code.equals("*")) {
      parts.add(dimension);
    }
  }

  void write(Engine engine, Path folder, Decisions decisions, Told told, Set<Long> uniform) {
    Map<CellKey, Decision> byKey = decisions.byKey();
    Map<Long, Reason> reasons = new TreeMap<>();
    names.forEach(
        (number, key) -> {
          Decision decision = byKey.get(key);
          if (decision != null && decision.isWithheld()) {
            Reason reason = decision.reason().get();
            reasons.put(
                number,
                reason == Reason.MUST_HIDE && uniform.contains(number)
                    ? Reason.CLASS_DISCLOSURE
                    : reason);
          }
        });
    DatasetSchema schema = DatasetSchema.named(DATASET);
    Path file = folder.resolve(DATASET + ".parquet");
    try (ParquetTableWriter writer =
        ParquetTableWriter.create(file, TableRow.columns(schema), Map.of())) {
      TableRow row = new TableRow(schema, writer);
      for (Map.Entry<Long, CellKey> cell : names.entrySet()) {
        if (systems.isShown(cell.getKey())) {
          Cell of = decisions.tables().cell(cell.getValue());
          row(cell.getKey(), of, told, reasons.get(cell.getKey()), row);
        }
      }
      for (long cell : told.withheldMeasures()) {
        measureRow(cell, row);
      }
      Files.writeString(
          folder.resolve(FILE),
          Json.MAPPER
                  .writer()
                  .without(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(file(decisions, told, reasons))
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine.register(DATASET, List.of(file));
  }

  private void row(long number, Cell cell, Told told, @Nullable Reason reason, TableRow out)
      throws IOException {
    keys.cell(number).write(out);
    out.text("shown_in", cell.table());
    out.whole("n", cell.count());
    out.whole("n_contributors", cell.owners().n());
    out.whole("largest", cell.owners().heldByLargest(1));
    out.whole("two_largest", cell.owners().heldByLargest(2));
    if (reason == null) {
      out.text("obs_status", "OK");
      out.whole("detail", Objects.requireNonNull(told.detail().get(number)));
    } else {
      out.text("obs_status", "WITHHELD");
      out.text("reason", reason.name());
    }
    out.end();
  }

  private void measureRow(long number, TableRow out) throws IOException {
    keys.cell(number).write(out);
    out.text("obs_status", "WITHHELD");
    out.text("reason", "MEASURE");
    out.end();
  }

  private DisclosureFile file(Decisions decisions, Told told, Map<Long, Reason> reasons) {
    List<DisclosureFile.CellLine> cells = new ArrayList<>();
    names.forEach(
        (number, key) -> {
          Cell cell = decisions.tables().cell(key);
          Reason reason = reasons.get(number);
          cells.add(
              DisclosureFile.CellLine.of(
                  cell, systems.isShown(number), reason == null ? null : reason.name()));
        });
    Map<String, Map<String, Long>> missing = new TreeMap<>();
    systems
        .missing()
        .forEach(
            (measure, of) -> {
              Map<String, Long> byCell = new TreeMap<>();
              of.forEach(
                  (number, n) -> byCell.put(Objects.requireNonNull(names.get(number)).text(), n));
              missing.put(measure(keys, measure), byCell);
            });
    Map<String, List<String>> withheld = new TreeMap<>();
    for (long cell : told.withheldMeasures()) {
      CellKey key = Objects.requireNonNull(names.get(keys.whole(cell)));
      withheld
          .computeIfAbsent(measure(keys, keys.measureOf(cell)), m -> new ArrayList<>())
          .add(key.text());
    }
    List<String> conflicts = new ArrayList<>();
    for (Conflict conflict : decisions.conflicts()) {
      conflicts.add(conflict.kind() + " " + conflict.cell());
    }
    return new DisclosureFile(
        limits.rules(),
        systems.dimensions().stream().map(DisclosureFile.Axis::of).toList(),
        cells,
        missing,
        withheld,
        conflicts,
        DisclosureFile.LossLine.of(decisions.loss()));
  }

  /** The name of a measure by its number: {@code kind/id}. */
  static String measure(CellKeys keys, int measure) {
    CellKeys.Cell cell = keys.cell(measure * keys.measureAddend());
    return cell.measureKind() + "/" + cell.measureId();
  }
}
