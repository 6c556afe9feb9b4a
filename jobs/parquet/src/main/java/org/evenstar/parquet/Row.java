package org.evenstar.parquet;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one row buffer of a writer: texts as objects, everything else as 64 bits. */
final class Row {
  final List<ParquetColumn> columns;
  final long[] longs;
  final @Nullable Object[] objects;
  final boolean[] present;

  Row(List<ParquetColumn> columns) {
    this.columns = columns;
    this.longs = new long[columns.size()];
    this.objects = new @Nullable Object[columns.size()];
    this.present = new boolean[columns.size()];
  }

  void checkComplete() {
    for (int i = 0; i < present.length; i++) {
      if (!present[i] && !columns.get(i).nullable()) {
        throw new IllegalStateException(
            "Cannot end row: required column '" + columns.get(i).name() + "' is not set; set it");
      }
    }
  }

  void clear() {
    Arrays.fill(present, false);
    Arrays.fill(objects, null);
  }
}
