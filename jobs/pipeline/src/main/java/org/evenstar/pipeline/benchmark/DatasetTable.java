package org.evenstar.pipeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.schemas.dataset.DatasetSchema;

/** A dataset whose rows are made in Java: written to a file, then known to the engine. */
final class DatasetTable {
  private DatasetTable() {}

  /** Makes the rows. */
  interface Filling {
    void fill(TableRow out) throws IOException;
  }

  /** Makes the table {@code dataset} in {@code folder}. */
  static void make(Engine engine, Path folder, String dataset, Filling filling) {
    DatasetSchema schema = DatasetSchema.named(dataset);
    Path file = folder.resolve(dataset + ".parquet");
    try (ParquetTableWriter writer =
        ParquetTableWriter.create(file, TableRow.columns(schema), Map.of())) {
      filling.fill(new TableRow(schema, writer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine.register(dataset, List.of(file));
  }
}
