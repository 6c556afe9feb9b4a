package org.evenstar.stats.severity;

import java.util.Arrays;
import java.util.List;

/**
 * How certain the star of one dossier is, on the severity model.
 *
 * <p>The institution's location has the posterior of its own ratings under a normal distribution of
 * locations. At each location the total of a new assessment of the same indicators is distributed
 * by convolution of its category probabilities, and the cuts turn totals into stars (Lee 2010, J.
 * Educational Measurement 47; Rudner 2005). Use it only where severities are identified.
 *
 * @param probability of each star if the same body assessed again, lowest star first
 * @param sameByItself chance that the same body would give the star awarded
 * @param sameByAnother chance that another body, each as likely, would give it; the same body's
 *     where there is no other
 * @param accuracy chance that the star awarded is the one the expected score of a body of mean
 *     severity gives
 * @param distance from the score to the nearest cut, as a share of the scale; 1 without cuts
 */
public record StarCertainty(
    List<Double> probability,
    double sameByItself,
    double sameByAnother,
    double accuracy,
    double distance) {

  private static final int NODES = 61;
  private static final double REACH = 5;
  private static final double ROUNDING = 1e-9;

  /** Copies its list. */
  public StarCertainty {
    probability = List.copyOf(probability);
  }

  /**
   * Locations of institutions.
   *
   * @param mean in logits
   * @param deviation in logits, positive
   */
  public record Population(double mean, double deviation) {

    /** From Warm's estimates: their variance less the mean squared error, at least 0.01. */
    public static Population of(List<InstitutionLocation> locations) {
      double n = Math.max(1, locations.size());
      double mean = locations.stream().mapToDouble(InstitutionLocation::location).sum() / n;
      double spread =
          locations.stream().mapToDouble(l -> Math.pow(l.location() - mean, 2)).sum() / n;
      double error = locations.stream().mapToDouble(l -> Math.pow(l.standardError(), 2)).sum() / n;
      return new Population(mean, Math.sqrt(Math.max(0.01, spread - error)));
    }
  }

  /**
   * The certainty of one dossier's star.
   *
   * @param body the body that assessed it
   * @param others the bodies that might have
   * @param indicators indicators it was rated on
   * @param categories the category given on each
   * @param cuts score shares from 0 to 1, ascending: star s needs at least s cuts
   */
  public static StarCertainty of(
      RaschParameters parameters,
      Population population,
      int body,
      List<Integer> others,
      int[] indicators,
      int[] categories,
      double[] cuts) {
    int total = Arrays.stream(categories).sum();
    int most = indicators.length * parameters.steps();
    int awarded = star(total, most, cuts);
    double[] nodes = new double[NODES];
    double[] posterior = posterior(parameters, population, body, indicators, total, nodes);
    double[] own = new double[cuts.length + 1];
    double another = 0;
    double accuracy = 0;
    for (int q = 0; q < NODES; q++) {
      double[] again = stars(parameters, body, indicators, nodes[q], cuts);
      for (int s = 0; s < own.length; s++) {
        own[s] += posterior[q] * again[s];
      }
      for (int other : others) {
        double[] theirs = stars(parameters, other, indicators, nodes[q], cuts);
        another += posterior[q] * theirs[awarded] / others.size();
      }
      double expected = expected(parameters, indicators, nodes[q]);
      accuracy += star(expected, most, cuts) == awarded ? posterior[q] : 0;
    }
    double distance = 1;
    for (double cut : cuts) {
      distance = Math.min(distance, Math.abs((double) total / most - cut));
    }
    return new StarCertainty(
        Arrays.stream(own).boxed().toList(),
        own[awarded],
        others.isEmpty() ? own[awarded] : another,
        accuracy,
        distance);
  }

  private static int star(double total, int most, double[] cuts) {
    int star = 0;
    while (star < cuts.length && total >= cuts[star] * most - ROUNDING) {
      star++;
    }
    return star;
  }

  /** Fills the nodes and returns their posterior probabilities. */
  private static double[] posterior(
      RaschParameters parameters,
      Population population,
      int body,
      int[] indicators,
      int total,
      double[] nodes) {
    double[] posterior = new double[NODES];
    double highest = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < NODES; q++) {
      double z = REACH * (2.0 * q / (NODES - 1) - 1);
      nodes[q] = population.mean() + population.deviation() * z;
      double log = total * nodes[q] - 0.5 * z * z;
      for (int indicator : indicators) {
        log -= logSum(parameters, body, indicator, nodes[q]);
      }
      posterior[q] = log;
      highest = Math.max(highest, log);
    }
    double sum = 0;
    for (int q = 0; q < NODES; q++) {
      posterior[q] = Math.exp(posterior[q] - highest);
      sum += posterior[q];
    }
    for (int q = 0; q < NODES; q++) {
      posterior[q] /= sum;
    }
    return posterior;
  }

  private static double[] stars(
      RaschParameters parameters, int body, int[] indicators, double theta, double[] cuts) {
    int steps = parameters.steps();
    double[] totals = new double[indicators.length * steps + 1];
    totals[0] = 1;
    int reach = 0;
    for (int indicator : indicators) {
      double[] p = probabilities(parameters, parameters.severity(body), indicator, theta);
      for (int s = reach + steps; s >= 0; s--) {
        double sum = 0;
        for (int k = Math.max(0, s - reach); k <= steps && k <= s; k++) {
          sum += p[k] * totals[s - k];
        }
        totals[s] = sum;
      }
      reach += steps;
    }
    double[] stars = new double[cuts.length + 1];
    for (int total = 0; total < totals.length; total++) {
      stars[star(total, totals.length - 1, cuts)] += totals[total];
    }
    return stars;
  }

  private static double expected(RaschParameters parameters, int[] indicators, double theta) {
    double expected = 0;
    for (int indicator : indicators) {
      double[] p = probabilities(parameters, 0, indicator, theta);
      for (int k = 1; k < p.length; k++) {
        expected += k * p[k];
      }
    }
    return expected;
  }

  private static double logSum(RaschParameters parameters, int body, int indicator, double theta) {
    double location = theta - parameters.difficulty(indicator) - parameters.severity(body);
    double log = 0;
    double thresholds = 0;
    double total = 1;
    for (int k = 1; k <= parameters.steps(); k++) {
      thresholds += parameters.threshold(indicator, k - 1);
      log = k * location - thresholds;
      total += Math.exp(log);
    }
    return Math.log(total);
  }

  private static double[] probabilities(
      RaschParameters parameters, double severity, int indicator, double theta) {
    double[] p = new double[parameters.steps() + 1];
    p[0] = 1;
    double log = 0;
    double total = 1;
    for (int k = 1; k < p.length; k++) {
      log +=
          theta
              - parameters.difficulty(indicator)
              - severity
              - parameters.threshold(indicator, k - 1);
      p[k] = Math.exp(log);
      total += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= total;
    }
    return p;
  }
}
