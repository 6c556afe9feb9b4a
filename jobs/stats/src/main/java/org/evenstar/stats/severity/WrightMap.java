package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;

/**
 * Institutions on the scale, for the ruler beside which bodies and indicators are drawn.
 *
 * @param width width of a bin, in logits
 * @param bins bins from lowest to highest, empty ones between included
 */
public record WrightMap(double width, List<Bin> bins) {

  /**
   * One bin.
   *
   * @param low its lower end, in logits
   * @param n institutions in {@code [low, low + width)}
   */
  public record Bin(double low, long n) {}

  /** Copies its list. */
  public WrightMap {
    bins = List.copyOf(bins);
  }

  static WrightMap of(Groups groups, Locations locations, double width) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int group = 0; group < groups.groups(); group++) {
      int bin = (int) Math.floor(locations.theta(group) / width);
      low = Math.min(low, bin);
      high = Math.max(high, bin);
    }
    if (low > high) {
      return new WrightMap(width, List.of());
    }
    long[] counts = new long[high - low + 1];
    for (int group = 0; group < groups.groups(); group++) {
      counts[(int) Math.floor(locations.theta(group) / width) - low] += groups.size(group);
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < counts.length; bin++) {
      bins.add(new Bin((low + bin) * width, counts[bin]));
    }
    return new WrightMap(width, bins);
  }
}
