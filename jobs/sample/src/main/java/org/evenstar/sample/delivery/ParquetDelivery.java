package org.evenstar.sample.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetProfile;
import org.evenstar.parquet.ParquetTableWriter;

/** Parquet with typed columns: dates as dates, stars and points as whole numbers. */
final class ParquetDelivery implements DeliveryWriter {
  private final List<Layout.Column> columns;
  private final ParquetTableWriter writer;

  ParquetDelivery(Path file, Layout layout) throws IOException {
    this.columns = layout.columns();
    this.writer =
        ParquetTableWriter.create(
            file,
            columns.stream().map(c -> ParquetColumn.nullable(c.header(), type(c))).toList(),
            Map.of(),
            ParquetProfile.RELEASE);
  }

  private static ColumnType type(Layout.Column column) {
    return switch (column.content()) {
      case SCORE -> ColumnType.INT;
      case FIELD ->
          column.field().isDate()
              ? ColumnType.DATE
              : column.field().isWholeNumber() ? ColumnType.INT : ColumnType.TEXT;
      case ASSESSOR, TELEPHONE, REMARK, WEIGHT -> ColumnType.TEXT;
    };
  }

  @Override
  public int write(DeliveryRow row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      String text = columns.get(i).text(row);
      if (!text.isEmpty()) {
        switch (type(columns.get(i))) {
          case INT -> writer.setInt(i, Integer.parseInt(text));
          case DATE -> writer.setDate(i, LocalDate.parse(text).toEpochDay());
          case TEXT, BIGINT, DOUBLE, BOOLEAN -> writer.setText(i, text);
        }
      }
    }
    writer.endRow();
    return Math.toIntExact(writer.rows());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
