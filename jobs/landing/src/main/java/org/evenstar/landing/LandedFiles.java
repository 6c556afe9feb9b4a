package org.evenstar.landing;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DATE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Field;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;

/** The four landed tables of one batch of files, as Parquet (docs/contracts.md, section 2). */
final class LandedFiles implements Closeable {
  static final String DOSSIER = "dossier.parquet";
  static final String SCORE = "score.parquet";
  static final String PROBLEM = "problem.parquet";
  static final String DELIVERY = "delivery.parquet";
  private static final int LONGEST_VALUE = 200;

  /** Columns in which most rows differ. */
  private static final Set<String> DISTINCT =
      Set.of(
          "row_key",
          "content_hash",
          "row_number",
          "dossier_no",
          "institution_code",
          "institution_name");

  private final ParquetTableWriter dossiers;
  private final ParquetTableWriter scores;
  private final ParquetTableWriter problems;
  private final ParquetTableWriter deliveries;

  LandedFiles(Path folder) throws IOException {
    dossiers =
        ParquetTableWriter.create(
            folder.resolve(DOSSIER),
            columns(
                Map.of(
                    "row_key",
                    BIGINT,
                    "content_hash",
                    BIGINT,
                    "row_number",
                    INT,
                    "revision",
                    INT,
                    "applied_star",
                    INT,
                    "awarded_star",
                    INT,
                    "assessed_on",
                    DATE,
                    "certified_on",
                    DATE,
                    "expires_on",
                    DATE),
                "row_key",
                "content_hash",
                "delivery_id",
                "body_id",
                "source_id",
                "period",
                "file",
                "sheet",
                "row_number",
                "status",
                "dossier_no",
                "revision",
                "action",
                "institution_code",
                "institution_name",
                "region_code",
                "sector_id",
                "organisation_type",
                "applied_star",
                "awarded_star",
                "star_absence",
                "assessed_on",
                "certified_on",
                "expires_on",
                "anchor_id",
                "round_id",
                "model_id",
                "model_version",
                "scale_map_version",
                "owner_code"),
            Map.of());
    scores =
        ParquetTableWriter.create(
            folder.resolve(SCORE),
            columns(
                Map.of(
                    "row_key",
                    BIGINT,
                    "item_no",
                    INT,
                    "points_micro",
                    BIGINT,
                    "score_micro",
                    BIGINT),
                "row_key",
                "item_no",
                "raw",
                "points_micro",
                "score_micro",
                "absence"),
            Map.of());
    problems =
        ParquetTableWriter.create(
            folder.resolve(PROBLEM),
            columns(
                Map.of("row_number", INT, "row_key", BIGINT),
                "delivery_id",
                "body_id",
                "source_id",
                "period",
                "file",
                "sheet",
                "row_number",
                "column_name",
                "value",
                "reason_code",
                "severity",
                "row_key",
                "detail"),
            Map.of());
    deliveries =
        ParquetTableWriter.create(
            folder.resolve(DELIVERY),
            columns(
                Map.of(
                    "bytes",
                    BIGINT,
                    "n_read",
                    BIGINT,
                    "n_accepted",
                    BIGINT,
                    "n_repaired",
                    BIGINT,
                    "n_quarantined",
                    BIGINT,
                    "n_notes",
                    BIGINT),
                "delivery_id",
                "body_id",
                "source_id",
                "period",
                "file",
                "bytes",
                "format",
                "encoding",
                "encoding_evidence",
                "n_read",
                "n_accepted",
                "n_repaired",
                "n_quarantined",
                "n_notes"),
            Map.of());
  }

  private static List<ParquetColumn> columns(Map<String, ColumnType> types, String... names) {
    List<ParquetColumn> columns = new ArrayList<>();
    for (String name : names) {
      ParquetColumn column = ParquetColumn.nullable(name, types.getOrDefault(name, TEXT));
      columns.add(DISTINCT.contains(name) ? column.distinct() : column);
    }
    return columns;
  }

  /** Writes an accepted or repaired row with its scores. */
  void dossier(
      LandedRow row,
      Delivery delivery,
      long rowKey,
      boolean isRepaired,
      String modelId,
      String modelVersion)
      throws IOException {
    dossiers.setLong(0, rowKey);
    dossiers.setLong(1, row.contentHash());
    dossiers.setText(2, delivery.id());
    dossiers.setText(3, row.bodyId);
    dossiers.setText(4, delivery.sourceId());
    dossiers.setText(5, row.period);
    dossiers.setText(6, delivery.path());
    dossiers.setText(7, row.sheet.isEmpty() ? null : row.sheet);
    dossiers.setInt(8, row.rowNumber);
    dossiers.setText(9, isRepaired ? "REPAIRED" : "ACCEPTED");
    dossiers.setText(10, row.text(Field.DOSSIER_NO));
    Decoded revision = row.field(Field.REVISION);
    dossiers.setLong(11, revision.isPresent() ? revision.number() : 1);
    String action = row.text(Field.ACTION);
    dossiers.setText(12, action == null ? "ASSESS" : action);
    dossiers.setText(13, row.text(Field.INSTITUTION_CODE));
    dossiers.setText(14, row.text(Field.INSTITUTION_NAME));
    dossiers.setText(15, row.text(Field.REGION));
    dossiers.setText(16, row.text(Field.SECTOR));
    dossiers.setText(17, row.text(Field.ORGANISATION_TYPE));
    number(18, row.field(Field.APPLIED_STAR));
    number(19, row.field(Field.AWARDED_STAR));
    dossiers.setText(20, row.field(Field.AWARDED_STAR).absence());
    number(21, row.field(Field.ASSESSED_ON));
    number(22, row.field(Field.CERTIFIED_ON));
    number(23, row.field(Field.EXPIRES_ON));
    dossiers.setText(24, row.text(Field.ANCHOR_ID));
    dossiers.setText(25, row.text(Field.ROUND_ID));
    dossiers.setText(26, modelId);
    dossiers.setText(27, modelVersion);
    dossiers.setText(28, row.scaleVersion);
    dossiers.setText(29, row.text(Field.OWNER_CODE));
    dossiers.endRow();
    scores(row, rowKey);
  }

  private void number(int column, Decoded decoded) {
    if (decoded.isPresent()) {
      dossiers.setLong(column, decoded.number());
    }
  }

  private void scores(LandedRow row, long rowKey) throws IOException {
    for (int item = 0; item < row.scores.length; item++) {
      Decoded score = row.scores[item];
      if (score != null) {
        scores.setLong(0, rowKey);
        scores.setInt(1, item);
        scores.setText(2, row.rawScores[item]);
        if (score.isPresent()) {
          scores.setLong(3, score.points());
          scores.setLong(4, score.number());
        }
        scores.setText(5, score.absence());
        scores.endRow();
      }
    }
  }

  /** Writes a problem of a row ({@code row} null: of the file). */
  void problem(Delivery delivery, @Nullable LandedRow row, long rowKey, LandedRow.Located located)
      throws IOException {
    problems.setText(0, delivery.id());
    problems.setText(1, row == null ? delivery.bodyId() : row.bodyId);
    problems.setText(2, delivery.sourceId());
    problems.setText(3, row == null ? delivery.period() : row.period);
    problems.setText(4, delivery.path());
    if (row != null) {
      problems.setText(5, row.sheet.isEmpty() ? null : row.sheet);
      problems.setInt(6, row.rowNumber);
      problems.setLong(11, rowKey);
    }
    problems.setText(7, located.column());
    String value = located.found().value();
    problems.setText(
        8, value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value);
    problems.setText(9, located.found().reasonCode());
    problems.setText(10, Reasons.of(located.found().reasonCode()).severity().name());
    Map<String, String> parameters = new TreeMap<>(located.found().parameters());
    problems.setText(12, parameters.isEmpty() ? null : Json.MAPPER.writeValueAsString(parameters));
    problems.endRow();
  }

  /** Writes the totals of one file. */
  void delivery(Delivery delivery, DeliveryCounts counts) throws IOException {
    deliveries.setText(0, delivery.id());
    deliveries.setText(1, delivery.bodyId());
    deliveries.setText(2, delivery.sourceId());
    deliveries.setText(3, delivery.period());
    deliveries.setText(4, delivery.path());
    deliveries.setLong(5, delivery.bytes());
    deliveries.setText(6, counts.format);
    deliveries.setText(7, counts.encoding);
    deliveries.setText(8, counts.encodingEvidence);
    deliveries.setLong(9, counts.read);
    deliveries.setLong(10, counts.accepted);
    deliveries.setLong(11, counts.repaired);
    deliveries.setLong(12, counts.quarantined);
    deliveries.setLong(13, counts.notes);
    deliveries.endRow();
  }

  @Override
  public void close() throws IOException {
    try (dossiers;
        scores;
        problems) {
      deliveries.close();
    }
  }
}
