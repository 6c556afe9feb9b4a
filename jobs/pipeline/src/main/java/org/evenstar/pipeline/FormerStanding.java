package org.evenstar.pipeline;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DATE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.pipeline.publish.FormulaText;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.jspecify.annotations.Nullable;

/**
 * What the newest release before told institutions of their standing, out of its private files, as
 * tables for the SQL; all are empty where there is none or it had no such files.
 */
final class FormerStanding {
  private final Engine engine;
  private final Path folder;
  private final @Nullable Path release;

  /**
   * @param folder where tables made in Java are kept
   * @param releases releases that readers hold, oldest first
   */
  FormerStanding(Engine engine, Path folder, List<Path> releases) {
    this.engine = engine;
    this.folder = folder;
    Path newest = releases.isEmpty() ? null : releases.get(releases.size() - 1);
    this.release =
        newest != null && Files.exists(newest.resolve("institution/standing.csv")) ? newest : null;
  }

  /**
   * Registers {@code former_release}, {@code former_institution}, {@code former_value} and {@code
   * former_change}.
   */
  void register() {
    TableFile day = new TableFile("former_release").column("as_of", DATE);
    if (release != null) {
      day.row(asOf(release));
    }
    day.register(engine, folder);
    copy(
        "former_institution",
        "peer_group",
        Map.of(),
        column("institution_code", TEXT),
        column("body_id", TEXT),
        column("dossier_no", TEXT),
        column("revision", INT),
        column("assessed_on", DATE),
        column("region_code", TEXT),
        column("sector_id", TEXT),
        column("organisation_type", TEXT));
    copy(
        "former_value",
        "standing",
        Map.of("value_micro", "value", "percentile_micro", "percentile"),
        column("institution_code", TEXT),
        column("measure_kind", TEXT),
        column("measure_id", TEXT),
        column("value_micro", BIGINT),
        column("percentile_micro", BIGINT));
    copy(
        "former_change",
        "standing_change",
        Map.of(),
        column("institution_code", TEXT),
        column("measure_kind", TEXT),
        column("measure_id", TEXT),
        column("since_on", DATE),
        column("since_assessed_on", DATE),
        column("since_micro", BIGINT),
        column("own_micro", BIGINT),
        column("peers_micro", BIGINT),
        column("method_micro", BIGINT),
        column("revision_micro", BIGINT));
  }

  private static LocalDate asOf(Path release) {
    try {
      return LocalDate.parse(ReleaseStore.manifest(release).asOf());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ParquetColumn column(String name, ColumnType type) {
    return ParquetColumn.nullable(name, type);
  }

  /**
   * Copies columns of a private file into a table.
   *
   * @param decimals columns that are decimals under another name in the file, taken as millionths
   */
  private void copy(
      String table, String dataset, Map<String, String> decimals, ParquetColumn... columns) {
    Path file = folder.resolve(table + ".parquet");
    try (ParquetTableWriter writer = ParquetTableWriter.create(file, List.of(columns), Map.of())) {
      Path csv = release == null ? null : release.resolve("institution/" + dataset + ".csv");
      if (csv != null && Files.exists(csv)) {
        rows(csv, decimals, columns, writer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine.register(table, List.of(file));
  }

  private static void rows(
      Path csv, Map<String, String> decimals, ParquetColumn[] columns, ParquetTableWriter writer)
      throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .ofNamedCsvRecord(Files.newBufferedReader(csv, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : reader) {
        for (int i = 0; i < columns.length; i++) {
          String name = columns[i].name();
          String decimal = decimals.get(name);
          String text = row.getField(decimal == null ? name : decimal);
          if (!text.isEmpty()) {
            set(writer, i, columns[i].type(), decimal == null ? text : micro(text));
          }
        }
        writer.endRow();
      }
    }
  }

  private static void set(ParquetTableWriter writer, int column, ColumnType type, String text) {
    switch (type) {
      case TEXT -> writer.setText(column, FormulaText.plain(text));
      case DATE -> writer.setDate(column, LocalDate.parse(text).toEpochDay());
      default -> writer.setLong(column, Long.parseLong(text));
    }
  }

  private static String micro(String decimal) {
    return Long.toString(Math.round(Double.parseDouble(decimal) * 1_000_000));
  }
}
