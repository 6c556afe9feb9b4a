package org.evenstar.parquet;

import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How a file is laid out: for passing on quickly, or for publishing. */
public enum ParquetProfile {
  /** Work files: cheap to write, statistics kept so that engines can skip. */
  STAGING(CompressionCodecName.SNAPPY, true),
  /**
   * Published files: zstd, no minimum or maximum in the footer, because footers tell what a
   * suppressed table withholds (parquet-format PR 110).
   */
  RELEASE(CompressionCodecName.ZSTD, false);

  final CompressionCodecName codec;
  final boolean statistics;

  ParquetProfile(CompressionCodecName codec, boolean statistics) {
    this.codec = codec;
    this.statistics = statistics;
  }
}
