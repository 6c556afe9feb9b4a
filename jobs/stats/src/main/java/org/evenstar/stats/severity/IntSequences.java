package org.evenstar.stats.severity;

import java.util.Arrays;

/** Gives equal sequences of ints one number, in order of first sight; all in three flat arrays. */
final class IntSequences {

  private int[] values = new int[64];
  private int[] starts = new int[16];
  private int[] table = new int[32];
  private int size;

  IntSequences() {
    Arrays.fill(table, -1);
  }

  int size() {
    return size;
  }

  int start(int id) {
    return starts[id];
  }

  int end(int id) {
    return starts[id + 1];
  }

  int value(int position) {
    return values[position];
  }

  /** The number of the sequence in the first {@code length} places of {@code sequence}. */
  int intern(int[] sequence, int length) {
    int slot = slot(sequence, 0, length);
    if (table[slot] >= 0) {
      return table[slot];
    }
    if (2 * (size + 1) > table.length) {
      grow();
      slot = slot(sequence, 0, length);
    }
    append(sequence, length);
    table[slot] = size;
    return size++;
  }

  private void append(int[] sequence, int length) {
    int start = starts[size];
    if (start + length > values.length) {
      values = Arrays.copyOf(values, Math.max(start + length, values.length + values.length / 2));
    }
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    System.arraycopy(sequence, 0, values, start, length);
    starts[size + 1] = start + length;
  }

  private int slot(int[] sequence, int from, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + sequence[from + i] * 0x9E3779B9;
    }
    int mask = table.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (table[slot] >= 0 && !equal(table[slot], sequence, from, length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean equal(int id, int[] sequence, int from, int length) {
    return Arrays.equals(values, starts[id], starts[id + 1], sequence, from, from + length);
  }

  private void grow() {
    table = new int[table.length * 2];
    Arrays.fill(table, -1);
    for (int id = 0; id < size; id++) {
      int slot = slot(values, starts[id], starts[id + 1] - starts[id]);
      table[slot] = id;
    }
  }
}
