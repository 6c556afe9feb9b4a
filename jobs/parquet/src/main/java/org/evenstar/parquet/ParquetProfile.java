package org.evenstar.parquet;

import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * How a file is laid out: for passing on quickly, or for publishing.
 *
 * <p>Neither has a minimum, a maximum or sizes in its footer: footers tell what a suppressed table
 * withholds (parquet-format PR 110), and no query here skips row groups.
 */
public enum ParquetProfile {
  /** Work files: cheap to write. */
  STAGING(CompressionCodecName.SNAPPY),
  /** Published files: zstd. */
  RELEASE(CompressionCodecName.ZSTD);

  final CompressionCodecName codec;

  ParquetProfile(CompressionCodecName codec) {
    this.codec = codec;
  }
}
