package org.evenstar.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;

/**
 * The columns of the four landed tables (docs/contracts.md, section 2); TEXT where none is said.
 */
public final class LandedColumns {
  public static final List<ParquetColumn> DOSSIER =
      columns(
          "row_key:bigint! content_hash:bigint! delivery_id body_id source_id period file sheet"
              + " row_number:int! status dossier_no! revision:int action institution_code!"
              + " institution_name! region_code sector_id organisation_type"
              + " applied_star:int awarded_star:int star_absence assessed_on:date"
              + " certified_on:date expires_on:date anchor_id round_id model_id model_version"
              + " scale_map_version owner_code");

  public static final List<ParquetColumn> SCORE =
      columns("row_key:bigint! item_no:int raw points_micro:bigint score_micro:bigint absence");

  public static final List<ParquetColumn> PROBLEM =
      columns(
          "delivery_id body_id source_id period file sheet row_number:int column_name value"
              + " reason_code severity row_key:bigint detail");

  public static final List<ParquetColumn> DELIVERY =
      columns(
          "delivery_id body_id source_id period file bytes:bigint format encoding"
              + " encoding_evidence n_read:bigint n_accepted:bigint n_repaired:bigint"
              + " n_quarantined:bigint n_notes:bigint mends");

  private LandedColumns() {}

  private static List<ParquetColumn> columns(String words) {
    List<ParquetColumn> columns = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      boolean isDistinct = word.endsWith("!");
      String[] parts = word.replace("!", "").split(":", -1);
      ColumnType type =
          parts.length == 1
              ? ColumnType.TEXT
              : ColumnType.valueOf(parts[1].toUpperCase(Locale.ROOT));
      ParquetColumn column = ParquetColumn.nullable(parts[0], type);
      columns.add(isDistinct ? column.distinct() : column);
    }
    return List.copyOf(columns);
  }
}
