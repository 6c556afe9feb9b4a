package org.evenstar.stats.benchmark;

import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Interval;
import org.evenstar.stats.Status;

/**
 * Whether two regions really differ, by Welch's interval of the gap (Welch 1947, Biometrika 34).
 *
 * <p>YES when the interval leaves out 0; NO when it lies within ± margin; else CANNOT_TELL. A gap
 * both significant and within the margin is YES, and small. Fewer than two values on a side: the
 * gap without interval, TOO_FEW and CANNOT_TELL; none: NO_DATA. Swapping the regions swaps the
 * sign.
 *
 * @param gap first minus second
 * @param answer what can be said
 */
public record RegionGap(Estimate gap, Answer answer) {

  /** Whether a gap is real. */
  public enum Answer {
    /** Zero is not plausible. */
    YES,
    /** Any plausible gap is too small to matter. */
    NO,
    /** Both remain possible. */
    CANNOT_TELL
  }

  /**
   * Compares two regions.
   *
   * @param unit fixed-point units in a whole one
   * @param margin the largest gap that does not matter, in whole units
   */
  public static RegionGap of(
      Moments first, Moments second, long unit, double margin, double confidence) {
    if (first.n() == 0 || second.n() == 0) {
      return new RegionGap(Estimate.absent(Status.NO_DATA), Answer.CANNOT_TELL);
    }
    double gap = first.mean(unit).getAsDouble() - second.mean(unit).getAsDouble();
    if (first.n() == 1 || second.n() == 1) {
      return new RegionGap(Estimate.withoutInterval(gap, Status.TOO_FEW), Answer.CANNOT_TELL);
    }
    double a = first.variance(unit).getAsDouble() / first.n();
    double b = second.variance(unit).getAsDouble() / second.n();
    double error = Math.sqrt(a + b);
    if (error == 0) {
      return new RegionGap(Estimate.withoutInterval(gap, Status.NO_VARIATION), Answer.CANNOT_TELL);
    }
    double freedom = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (second.n() - 1));
    double reach = Distributions.tQuantile(0.5 + confidence / 2, freedom) * error;
    Estimate estimate = Estimate.of(gap, error, gap - reach, gap + reach);
    Interval interval = estimate.interval().orElseThrow();
    Answer answer =
        !interval.contains(0)
            ? Answer.YES
            : interval.isWithin(new Interval(-margin, margin)) ? Answer.NO : Answer.CANNOT_TELL;
    return new RegionGap(estimate, answer);
  }
}
