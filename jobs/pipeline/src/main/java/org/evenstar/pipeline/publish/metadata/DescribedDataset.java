package org.evenstar.pipeline.publish.metadata;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * One dataset of a tier, as written.
 *
 * @param hasParquet whether its CSV has a Parquet twin
 */
record DescribedDataset(DatasetSchema schema, long rows, boolean hasParquet) {

  /** As it stands in a tier's folder. */
  static DescribedDataset in(Path folder, DatasetSchema schema, long rows) {
    return new DescribedDataset(
        schema, rows, Files.exists(folder.resolve(schema.dataset() + ".parquet")));
  }

  String name() {
    return schema.dataset();
  }

  String csv() {
    return schema.dataset() + ".csv";
  }

  String parquet() {
    return schema.dataset() + ".parquet";
  }

  /** Whether no column of its key may be absent, so that it is a key for standards, too. */
  boolean hasFullKey() {
    return schema.key().stream()
        .noneMatch(key -> schema.columns().get(schema.indexOf(key)).nullable());
  }
}
