package org.evenstar.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** The one row buffer of a writer: texts as objects, everything else as 64 bits. */
final class Row {
  final List<ParquetColumn> columns;
  final long[] longs;
  final @Nullable String[] objects;
  final boolean[] present;

  // A column often repeats the text of the row before: it is encoded once.
  private final @Nullable String[] lastTexts;
  private final @Nullable Binary[] lastBinaries;

  Row(List<ParquetColumn> columns) {
    this.columns = columns;
    this.longs = new long[columns.size()];
    this.objects = new @Nullable String[columns.size()];
    this.present = new boolean[columns.size()];
    this.lastTexts = new @Nullable String[columns.size()];
    this.lastBinaries = new @Nullable Binary[columns.size()];
  }

  Binary binary(int column) {
    String text = Objects.requireNonNull(objects[column]);
    Binary last = lastBinaries[column];
    if (last != null && text.equals(lastTexts[column])) {
      return last;
    }
    Binary binary = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    lastTexts[column] = text;
    lastBinaries[column] = binary;
    return binary;
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
