package org.evenstar.stats.severity;

/** Adds what one cell gives to the statistics of its body, its indicator and its thresholds. */
final class Statistics {

  private Statistics() {}

  /** Adds {@code amount} of "cell j is above step t". */
  static void add(double[] statistic, LocalPlaces places, int j, int t, double amount) {
    if (places.body[j] >= 0) {
      statistic[places.body[j]] += amount;
    }
    if (places.item[j] >= 0) {
      statistic[places.item[j]] += amount;
    }
    if (places.threshold[j] >= 0) {
      statistic[places.threshold[j] + t] += amount;
    }
  }
}
