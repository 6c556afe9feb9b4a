package org.evenstar.landing;

/**
 * In which row a text first stood. Keeps a 64-bit fingerprint and a row number for each text, 12
 * bytes a slot in 64 tables that grow one at a time, so that ten million rows fit into a quarter of
 * a gigabyte; two of ten million texts share a fingerprint with probability 3 · 10⁻⁶.
 */
final class FirstSeen {
  private static final int TABLES = 64;

  private final Table[] tables = new Table[TABLES];

  /** The row that the text stood in before; 0 when it is new. */
  int put(String text, int row) {
    long hash = fingerprint(text);
    int table = (int) (hash >>> 58);
    if (tables[table] == null) {
      tables[table] = new Table();
    }
    return tables[table].put(hash == 0 ? 1 : hash, row);
  }

  /** FNV-1a over the characters, finished as in SplitMix64. */
  private static long fingerprint(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  private static final class Table {
    private long[] hashes = new long[16];
    private int[] rows = new int[16];
    private int size;

    int put(long hash, int row) {
      int place = place(hashes, hash);
      if (hashes[place] == hash) {
        return rows[place];
      }
      hashes[place] = hash;
      rows[place] = row;
      if (++size * 3 > hashes.length * 2) {
        grow();
      }
      return 0;
    }

    private static int place(long[] hashes, long hash) {
      int mask = hashes.length - 1;
      int place = (int) hash & mask;
      while (hashes[place] != 0 && hashes[place] != hash) {
        place = (place + 1) & mask;
      }
      return place;
    }

    private void grow() {
      long[] oldHashes = hashes;
      int[] oldRows = rows;
      hashes = new long[oldHashes.length * 2];
      rows = new int[hashes.length];
      for (int i = 0; i < oldHashes.length; i++) {
        if (oldHashes[i] != 0) {
          int place = place(hashes, oldHashes[i]);
          hashes[place] = oldHashes[i];
          rows[place] = oldRows[i];
        }
      }
    }
  }
}
