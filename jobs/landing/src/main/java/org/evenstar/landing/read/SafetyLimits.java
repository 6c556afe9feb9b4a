package org.evenstar.landing.read;

/**
 * How much of anything a delivery may hold, far above what an honest one needs, so that a hostile
 * or broken file is refused in bounded memory.
 */
final class SafetyLimits {
  /** Columns of a row; a worksheet has at most 16,384. */
  static final int COLUMNS = 16_384;

  /** Characters of a cell; a worksheet's cell has at most 32,767. */
  static final int CELL_CHARACTERS = 1 << 20;

  /** Characters of a row. */
  static final int ROW_CHARACTERS = 16 << 20;

  /** Levels of a JSON document. */
  static final int JSON_DEPTH = 32;

  /** Members of an archive, and parts of a workbook. */
  static final int MEMBERS = 10_000;

  /** Bytes that an archive may unpack to. */
  static final long UNPACKED_BYTES = 8L << 30;

  /** Unpacked bytes by packed byte, once {@link #RATIO_FROM} bytes are unpacked. */
  static final int RATIO = 200;

  static final long RATIO_FROM = 64L << 20;

  /** Bytes of a workbook's shared texts and styles, which are held in memory. */
  static final long SHARED_BYTES = 256L << 20;

  /** Merged ranges of a worksheet. */
  static final int MERGED_RANGES = 100_000;

  private SafetyLimits() {}
}
