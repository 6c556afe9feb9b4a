package org.evenstar.landing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Field;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** The four landed tables of one batch of files, as Parquet (docs/contracts.md, section 2). */
final class LandedFiles implements Closeable {
  static final String DOSSIER = "dossier.parquet";
  static final String SCORE = "score.parquet";
  static final String PROBLEM = "problem.parquet";
  static final String DELIVERY = "delivery.parquet";
  private static final int LONGEST_VALUE = 200;
  private static final ObjectWriter ONE_LINE =
      Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

  private final ParquetTableWriter dossiers;
  private final ParquetTableWriter scores;
  private final ParquetTableWriter problems;
  private final ParquetTableWriter deliveries;

  LandedFiles(Path folder) throws IOException {
    dossiers = create(folder, DOSSIER, LandedColumns.DOSSIER);
    scores = create(folder, SCORE, LandedColumns.SCORE);
    problems = create(folder, PROBLEM, LandedColumns.PROBLEM);
    deliveries = create(folder, DELIVERY, LandedColumns.DELIVERY);
  }

  private static ParquetTableWriter create(Path folder, String name, List<ParquetColumn> columns)
      throws IOException {
    return ParquetTableWriter.create(folder.resolve(name), columns, Map.of());
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

  /** Writes a problem of a row ({@code row} null: of the file; key 0: of no dossier). */
  void problem(Delivery delivery, @Nullable LandedRow row, long rowKey, LandedRow.Located located)
      throws IOException {
    problems.setText(0, delivery.id().isEmpty() ? null : delivery.id());
    problems.setText(1, row == null ? delivery.bodyId() : row.bodyId);
    problems.setText(2, delivery.sourceId());
    problems.setText(3, row == null ? delivery.period() : row.period);
    problems.setText(4, delivery.path().isEmpty() ? null : delivery.path());
    if (row != null) {
      problems.setText(5, row.sheet.isEmpty() ? null : row.sheet);
      if (row.rowNumber != 0) {
        problems.setInt(6, row.rowNumber);
      }
      if (rowKey != 0) {
        problems.setLong(11, rowKey);
      }
    }
    problems.setText(7, located.column());
    String value = located.found().value();
    problems.setText(
        8, value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value);
    problems.setText(9, located.found().reasonCode());
    problems.setText(10, Reasons.of(located.found().reasonCode()).severity().name());
    Map<String, String> parameters = new TreeMap<>(located.found().parameters());
    problems.setText(12, parameters.isEmpty() ? null : ONE_LINE.writeValueAsString(parameters));
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
    deliveries.setText(14, delivery.mends());
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
