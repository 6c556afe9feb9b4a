package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.parquet.ParquetProfile;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.pipeline.benchmark.TableRow;
import org.evenstar.schemas.dataset.DatasetSchema;

/** {@code <dataset>.parquet}, with schema, key and units in its footer. */
final class ParquetRows implements BatchSink {
  private final ParquetTableWriter writer;

  /**
   * @param metadata key-value pairs for the footer beside schema, key and units
   */
  ParquetRows(DatasetSchema schema, Path folder, Map<String, String> metadata) throws IOException {
    Map<String, String> footer = new TreeMap<>(metadata);
    footer.put("schema", schema.id());
    footer.put("key", String.join(",", schema.key()));
    for (DatasetSchema.Column column : schema.columns()) {
      if (column.unit() != null) {
        footer.put("unit." + column.name(), column.unit());
      }
    }
    this.writer =
        ParquetTableWriter.create(
            folder.resolve(schema.dataset() + ".parquet"),
            TableRow.columns(schema),
            footer,
            ParquetProfile.RELEASE);
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    for (int row = 0; row < batch.size(); row++) {
      for (int column = 0; column < batch.width(); column++) {
        if (batch.isPresent(column, row)) {
          cell(batch, column, row);
        }
      }
      writer.endRow();
    }
  }

  private void cell(RowBatch batch, int column, int row) {
    switch (batch.type(column)) {
      case TEXT -> writer.setText(column, batch.text(column, row));
      case DOUBLE -> writer.setDouble(column, Double.longBitsToDouble(batch.number(column, row)));
      default -> writer.setLong(column, batch.number(column, row));
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
