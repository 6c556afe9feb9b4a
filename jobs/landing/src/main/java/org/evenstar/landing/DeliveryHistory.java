package org.evenstar.landing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenstar.landing.decode.Found;

/**
 * One body's months in order, each held against the twelve before it.
 *
 * <p>Shrunk: at most 60 % of the median of the months before, and more than two standard deviations
 * of a Poisson count below it. Unlike: a share, or the distance of the score distribution from that
 * of the months before (Wasserstein, in positions on 0…1), lies above the mean of those months by
 * more than three of their standard deviations and by more than 0.05. With fewer than four months
 * before, the second is not computed.
 */
final class DeliveryHistory {
  private static final int MONTHS = 12;
  private static final int FEWEST_MONTHS = 4;
  private static final double SHRUNK_TO = 0.60;
  private static final double DEVIATIONS = 3;
  private static final double LEAST_CHANGE = 0.05;

  /** One month in numbers. */
  private record Month(long read, double repaired, double notApplicable, List<Double> scores) {
    static Month of(List<DeliveryShape> shapes) {
      long read = 0;
      long repaired = 0;
      long notApplicable = 0;
      long[] bins = new long[DeliveryCounts.BINS];
      for (DeliveryShape shape : shapes) {
        read += shape.read();
        repaired += shape.repaired() + shape.quarantined();
        notApplicable += shape.notApplicable();
        for (int i = 0; i < bins.length; i++) {
          bins[i] += shape.bins().get(i);
        }
      }
      long scores = Arrays.stream(bins).sum();
      List<Double> cumulated = new ArrayList<>();
      long sum = 0;
      for (long bin : bins) {
        sum += bin;
        cumulated.add(share(sum, scores));
      }
      return new Month(
          read, share(repaired, read), share(notApplicable, notApplicable + scores), cumulated);
    }

    private static double share(long part, long whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }

  /** A number of a month that can be held against other months. */
  @FunctionalInterface
  private interface Measure {
    double of(Month month, List<Month> others);
  }

  private final List<Month> before = new ArrayList<>();

  /** What is unusual about the next month; it then counts among those before. */
  List<LandedRow.Located> compare(List<DeliveryShape> shapes) {
    Month month = Month.of(shapes);
    List<LandedRow.Located> found = new ArrayList<>();
    if (month.read > 0) {
      shrunk(month, found);
      if (before.size() >= FEWEST_MONTHS) {
        unlike("repaired or quarantined share", month, (m, others) -> m.repaired, found);
        unlike("not applicable share", month, (m, others) -> m.notApplicable, found);
        unlike("score distribution", month, DeliveryHistory::distance, found);
      }
      before.add(month);
      if (before.size() > MONTHS) {
        before.remove(0);
      }
    }
    return found;
  }

  private void shrunk(Month month, List<LandedRow.Located> found) {
    if (before.isEmpty()) {
      return;
    }
    double median = median();
    if (month.read <= SHRUNK_TO * median && median - month.read > 2 * Math.sqrt(median)) {
      found.add(
          new LandedRow.Located(
              "",
              Found.of(
                  "DELIVERY_SHRUNK", Long.toString(month.read), Long.toString((long) median))));
    }
  }

  private double median() {
    long[] rows = before.stream().mapToLong(Month::read).sorted().toArray();
    int middle = rows.length / 2;
    return rows.length % 2 == 1 ? rows[middle] : (rows[middle - 1] + rows[middle]) / 2.0;
  }

  private void unlike(String name, Month month, Measure measure, List<LandedRow.Located> found) {
    double[] usual = new double[before.size()];
    for (int i = 0; i < usual.length; i++) {
      List<Month> others = new ArrayList<>(before);
      others.remove(i);
      usual[i] = measure.of(before.get(i), others);
    }
    double mean = Arrays.stream(usual).average().orElse(0);
    double squares = Arrays.stream(usual).map(u -> (u - mean) * (u - mean)).sum();
    double deviation = Math.sqrt(squares / (usual.length - 1));
    double limit = mean + Math.max(LEAST_CHANGE, DEVIATIONS * deviation);
    double value = measure.of(month, before);
    if (value > limit) {
      found.add(
          new LandedRow.Located(
              name, Found.of("DELIVERY_UNLIKE_HISTORY", figure(value), figure(limit))));
    }
  }

  /** Wasserstein distance from the mean distribution of the others, on 0…1. */
  private static double distance(Month month, List<Month> others) {
    double distance = 0;
    for (int i = 0; i < DeliveryCounts.BINS; i++) {
      double mean = 0;
      for (Month other : others) {
        mean += other.scores.get(i) / others.size();
      }
      distance += Math.abs(month.scores.get(i) - mean) / (DeliveryCounts.BINS - 1);
    }
    return distance;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
