package org.evenstar.stats.drift;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenstar.stats.benchmark.Quantiles;

/**
 * The CUSUM's false alarms while nothing drifts, by seeded simulation of normal values.
 *
 * <p>A baseline estimated from m values makes false alarms more frequent than the textbook's; the
 * simulation estimates it anew in each draw, so the calibrated limit allows for that (Jensen et al.
 * 2006, J. Quality Technology 38).
 *
 * @param threshold h
 * @param falseAlarmShare the share of simulated series with an alarm within the horizon
 * @param draws series simulated
 * @param seed of the simulation
 */
public record RunLength(double threshold, double falseAlarmShare, int draws, long seed) {

  /**
   * The h at which a share {@code alarmShare} of series without drift raises an alarm.
   *
   * @param k slack of the CUSUM
   * @param horizon periods watched
   * @param baseline values from which centre and spread were estimated, at least 2; 0 when known
   * @param alarmShare the false alarms tolerated, such as 0.05
   * @param draws series to simulate, at least 100
   */
  public static RunLength calibrate(
      double k, int horizon, int baseline, double alarmShare, int draws, long seed) {
    double[] peaks = peaks(k, horizon, baseline, draws, seed);
    Arrays.sort(peaks);
    double threshold = Quantiles.of(peaks, 1 - alarmShare).orElseThrow();
    return of(peaks, threshold, draws, seed);
  }

  /** The false alarms of a given h. */
  public static RunLength simulate(
      double k, double h, int horizon, int baseline, int draws, long seed) {
    return of(peaks(k, horizon, baseline, draws, seed), h, draws, seed);
  }

  /**
   * The mean number of periods to the first alarm when the mean has moved by {@code shift} standard
   * deviations from the start; 465 for k = 0.5, h = 5, shift 0.
   *
   * @param longest periods after which a series without alarm is counted as that long
   */
  public static double mean(double k, double h, double shift, int longest, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long total = 0;
    for (int draw = 0; draw < draws; draw++) {
      double high = 0;
      double low = 0;
      int t = 0;
      while (t < longest && high <= h && low >= -h) {
        double z = shift + random.nextGaussian();
        high = Math.max(0, high + z - k);
        low = Math.min(0, low + z + k);
        t++;
      }
      total += t;
    }
    return (double) total / draws;
  }

  private static RunLength of(double[] peaks, double threshold, int draws, long seed) {
    long alarms = Arrays.stream(peaks).filter(peak -> peak > threshold).count();
    return new RunLength(threshold, (double) alarms / draws, draws, seed);
  }

  private static double[] peaks(double k, int horizon, int baseline, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] peaks = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double centre = 0;
      double sd = 1;
      if (baseline > 1) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < baseline; i++) {
          double value = random.nextGaussian();
          sum += value;
          squares += value * value;
        }
        centre = sum / baseline;
        sd = Math.sqrt((squares - sum * centre) / (baseline - 1));
      }
      double high = 0;
      double low = 0;
      double peak = 0;
      for (int t = 0; t < horizon; t++) {
        double z = (random.nextGaussian() - centre) / sd;
        high = Math.max(0, high + z - k);
        low = Math.min(0, low + z + k);
        peak = Math.max(peak, Math.max(high, -low));
      }
      peaks[draw] = peak;
    }
    return peaks;
  }
}
