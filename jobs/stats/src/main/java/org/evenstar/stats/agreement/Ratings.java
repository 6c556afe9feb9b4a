package org.evenstar.stats.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ratings of institutions by bodies, reduced to how often each pattern of ratings occurs.
 *
 * <p>All coefficients depend on the data through these counts alone, so a million pairs cost one
 * sort. Categories are 0 to {@code categories} - 1 in order; {@link #MISSING} marks no rating.
 * Institutions that nobody rated are dropped.
 */
public final class Ratings {

  /** No rating. */
  public static final int MISSING = -1;

  private final int categories;
  private final int bodies;
  private final int[][] patterns;
  private final long[] counts;

  private Ratings(int categories, int bodies, int[][] patterns, long[] counts) {
    this.categories = categories;
    this.bodies = bodies;
    this.patterns = patterns;
    this.counts = counts;
  }

  /**
   * Counts patterns.
   *
   * @param byBody one column per body, all over the same institutions
   * @param categories the number of categories of the scale, seen or not
   */
  public static Ratings of(int[][] byBody, int categories) {
    requireCategories(byBody, categories);
    int bodies = byBody.length;
    int n = bodies == 0 ? 0 : byBody[0].length;
    double keys = Math.pow(categories + 1.0, bodies);
    return keys < Long.MAX_VALUE ? ofKeys(byBody, n, categories) : ofRows(byBody, n, categories);
  }

  private static Ratings ofKeys(int[][] byBody, int n, int categories) {
    long base = categories + 1L;
    long[] keys = new long[n];
    for (int[] column : byBody) {
      for (int i = 0; i < n; i++) {
        keys[i] = keys[i] * base + column[i] + 1;
      }
    }
    Arrays.sort(keys);
    int first = 0;
    while (first < n && keys[first] == 0) {
      first++;
    }
    int[][] patterns = new int[n - first][];
    long[] counts = new long[n - first];
    int used = 0;
    for (int i = first; i < n; i++) {
      if (i == first || keys[i] != keys[i - 1]) {
        patterns[used++] = decoded(keys[i], byBody.length, base);
      }
      counts[used - 1]++;
    }
    return new Ratings(
        categories, byBody.length, Arrays.copyOf(patterns, used), Arrays.copyOf(counts, used));
  }

  private static int[] decoded(long key, int bodies, long base) {
    int[] pattern = new int[bodies];
    long rest = key;
    for (int body = bodies - 1; body >= 0; body--) {
      pattern[body] = (int) (rest % base) - 1;
      rest /= base;
    }
    return pattern;
  }

  private static Ratings ofRows(int[][] byBody, int n, int categories) {
    int[][] rows =
        IntStream.range(0, n)
            .mapToObj(i -> Arrays.stream(byBody).mapToInt(column -> column[i]).toArray())
            .filter(row -> Arrays.stream(row).anyMatch(rating -> rating != MISSING))
            .sorted(Arrays::compare)
            .toArray(int[][]::new);
    int[][] patterns = new int[rows.length][];
    long[] counts = new long[rows.length];
    int used = 0;
    for (int i = 0; i < rows.length; i++) {
      if (i == 0 || !Arrays.equals(rows[i], rows[i - 1])) {
        patterns[used++] = rows[i];
      }
      counts[used - 1]++;
    }
    return new Ratings(
        categories, byBody.length, Arrays.copyOf(patterns, used), Arrays.copyOf(counts, used));
  }

  /** The number of categories of the scale. */
  public int categories() {
    return categories;
  }

  /** The number of bodies. */
  public int bodies() {
    return bodies;
  }

  /** Institutions with at least one rating. */
  public long n() {
    return Arrays.stream(counts).sum();
  }

  /** Institutions rated by every body: only their patterns. */
  public Ratings complete() {
    return atLeast(bodies);
  }

  /** Only the institutions with at least so many ratings. */
  Ratings atLeast(int ratings) {
    int[] kept = IntStream.range(0, patterns.length).filter(p -> ratingsIn(p) >= ratings).toArray();
    return new Ratings(
        categories,
        bodies,
        Arrays.stream(kept).mapToObj(p -> patterns[p]).toArray(int[][]::new),
        Arrays.stream(kept).mapToLong(p -> counts[p]).toArray());
  }

  /**
   * The cross table of two bodies over institutions both rated: rows the first, columns the second.
   */
  public long[][] table(int first, int second) {
    long[][] table = new long[categories][categories];
    for (int p = 0; p < patterns.length; p++) {
      int row = patterns[p][first];
      int column = patterns[p][second];
      if (row != MISSING && column != MISSING) {
        table[row][column] += counts[p];
      }
    }
    return table;
  }

  int patterns() {
    return patterns.length;
  }

  long count(int pattern) {
    return counts[pattern];
  }

  int rating(int pattern, int body) {
    return patterns[pattern][body];
  }

  /** How many ratings a pattern holds. */
  int ratingsIn(int pattern) {
    int ratings = 0;
    for (int rating : patterns[pattern]) {
      ratings += rating == MISSING ? 0 : 1;
    }
    return ratings;
  }

  /** How many bodies gave each category in a pattern. */
  int[] categoriesIn(int pattern) {
    int[] given = new int[categories];
    for (int rating : patterns[pattern]) {
      if (rating != MISSING) {
        given[rating]++;
      }
    }
    return given;
  }

  /** The same patterns with other counts, zero allowed: what resampling makes. */
  Ratings withCounts(long[] other) {
    return new Ratings(categories, bodies, patterns, other);
  }

  private static void requireCategories(int[][] byBody, int categories) {
    if (categories < 2) {
      throw new IllegalArgumentException(
          "Cannot count ratings on '%d' categories: a scale has at least 2; give the whole scale, not the values seen"
              .formatted(categories));
    }
    for (int[] column : byBody) {
      if (column.length != byBody[0].length) {
        throw new IllegalArgumentException(
            "Cannot count ratings of '%d and %d' institutions: columns pair by institution; mark absences as MISSING"
                .formatted(byBody[0].length, column.length));
      }
      for (int rating : column) {
        if (rating < MISSING || rating >= categories) {
          throw new IllegalArgumentException(
              "Cannot count rating '%d': categories run from 0 to %d; number the scale from 0"
                  .formatted(rating, categories - 1));
        }
      }
    }
  }
}
