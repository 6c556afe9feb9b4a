package org.evenstar.stats.severity;

import java.util.Arrays;

/** A growing table of bytes: one row a dossier, one column an indicator, in blocks. */
final class RatingRows {

  private static final int BLOCK_ROWS = 1 << 12;

  private byte[][] blocks = new byte[8][];
  private int stride = 8;
  private int size;

  int size() {
    return size;
  }

  int stride() {
    return stride;
  }

  /** Appends a row of absences and returns its number. */
  int append() {
    int block = size / BLOCK_ROWS;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, block * 2);
    }
    if (size % BLOCK_ROWS == 0) {
      blocks[block] = new byte[BLOCK_ROWS * stride];
      Arrays.fill(blocks[block], SeverityData.ABSENT);
    }
    return size++;
  }

  byte get(int row, int column) {
    return column < stride
        ? blocks[row / BLOCK_ROWS][row % BLOCK_ROWS * stride + column]
        : SeverityData.ABSENT;
  }

  void set(int row, int column, byte category) {
    ensureStride(column + 1);
    blocks[row / BLOCK_ROWS][row % BLOCK_ROWS * stride + column] = category;
  }

  void copy(int row, byte[] target, int columns) {
    System.arraycopy(
        blocks[row / BLOCK_ROWS], row % BLOCK_ROWS * stride, target, 0, Math.min(columns, stride));
  }

  void recode(byte[] codes) {
    for (int block = 0; block < blocks.length && blocks[block] != null; block++) {
      byte[] cells = blocks[block];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i] < 0 ? cells[i] : codes[cells[i]];
      }
    }
  }

  void ensureStride(int columns) {
    if (columns <= stride) {
      return;
    }
    // Up to 64 columns exactly as many as asked for; a dense table then wastes no byte.
    int wider = columns <= 64 ? columns : Math.max(columns, stride + stride / 2);
    for (int block = 0; block < blocks.length && blocks[block] != null; block++) {
      byte[] moved = new byte[BLOCK_ROWS * wider];
      Arrays.fill(moved, SeverityData.ABSENT);
      for (int row = 0; row < BLOCK_ROWS; row++) {
        System.arraycopy(blocks[block], row * stride, moved, row * wider, stride);
      }
      blocks[block] = moved;
    }
    stride = wider;
  }
}
