package org.evenstar.stats.severity;

import java.util.Arrays;

/** Marginal log likelihood, its gradient and Louis' observed information, summed over groups. */
final class MarginalSums {

  private final Groups groups;
  private final Layout layout;
  private final double[] means;
  private final double deviation;
  private final int size;
  private final int indicators;
  private final CellWeights weights;
  private final Likelihood complete;
  private final CellMoments moments;
  private final LocalPlaces places;
  private final int[] cells;
  private final double[] seen;
  private final double[] gradient;
  private final double[] information;
  private final double[] missing;
  private double[][] score = new double[0][];
  private double[] mean = new double[0];
  private double logLikelihood;
  private double weight;
  private double posteriorMean;
  private double posteriorDeviation;
  private int pattern = -1;
  private int length;

  MarginalSums(
      Groups groups,
      Layout layout,
      RaschParameters parameters,
      double[] seen,
      double[] means,
      double deviation) {
    this.groups = groups;
    this.layout = layout;
    this.means = means.clone();
    this.deviation = deviation;
    this.size = layout.size() + means.length + 1;
    this.indicators = groups.data().indicators();
    this.weights = new CellWeights(parameters, groups);
    this.complete = new Likelihood(layout, groups.cellCount(), groups.categories());
    this.moments = new CellMoments(weights, groups.longest());
    this.places = new LocalPlaces(layout, indicators);
    this.cells = new int[groups.longest()];
    this.seen = seen;
    this.gradient = new double[size];
    this.information = new double[size * size];
    this.missing = new double[size * size];
  }

  double logLikelihood() {
    return logLikelihood;
  }

  double[] gradient() {
    return gradient;
  }

  double[] information() {
    return information;
  }

  /** What not knowing the locations takes from the information. */
  double[] missing() {
    return missing;
  }

  /** What directions held at zero are weighted with. */
  double weight() {
    return weight;
  }

  /** Adds a group: {@code counts} institutions of each stratum, on equally spaced nodes. */
  void add(int group, double[] counts, double[] nodes, double logWeight) {
    if (groups.patternOf(group) != pattern) {
      pattern = groups.patternOf(group);
      length = groups.cells(pattern, cells);
      places.of(cells, length);
    }
    int local = places.size();
    if (score.length != nodes.length || mean.length < local + 2) {
      score = new double[nodes.length][local + 2];
      mean = new double[local + 2];
    }
    double[] logs = new double[nodes.length];
    for (int q = 0; q < nodes.length; q++) {
      moments.at(nodes[q], cells, length);
      logs[q] = groups.score(group) * nodes[q] - moments.logSum + logWeight;
      expect(score[q]);
    }
    double[] total = new double[nodes.length];
    for (int s = 0; s < counts.length; s++) {
      if (counts[s] > 0) {
        double[] posterior = posterior(logs, nodes, s, counts[s]);
        addStratum(s, counts[s], posterior, nodes, local);
        for (int q = 0; q < nodes.length; q++) {
          total[q] += counts[s] * posterior[q];
        }
      }
    }
    summarise(total, nodes);
    for (int q = 0; q < nodes.length; q++) {
      moments.at(nodes[q], cells, length);
      for (int j = 0; j < length; j++) {
        complete.addCovariance(cells[j], moments.probability, j * groups.categories(), total[q]);
        for (int k = 0; k < groups.categories(); k++) {
          complete.expected[cells[j] * groups.categories() + k] +=
              total[q] * moments.probability[j * groups.categories() + k];
        }
      }
    }
  }

  /** Mean location of the group added last, in logits. */
  double posteriorMean() {
    return posteriorMean;
  }

  /** Standard deviation of the location of the group added last, in logits. */
  double posteriorDeviation() {
    return posteriorDeviation;
  }

  private void summarise(double[] total, double[] nodes) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (int q = 0; q < nodes.length; q++) {
      n += total[q];
      sum += total[q] * nodes[q];
      squares += total[q] * nodes[q] * nodes[q];
    }
    posteriorMean = sum / n;
    posteriorDeviation = Math.sqrt(Math.max(1e-6, squares / n - posteriorMean * posteriorMean));
  }

  /** Adds what was summed by cell; call once. */
  void close() {
    complete.collect(indicators);
    Likelihood observed = new Likelihood(layout, groups.cellCount(), groups.categories());
    System.arraycopy(seen, 0, observed.expected, 0, seen.length);
    observed.collect(indicators);
    int p = layout.size();
    double trace = 0;
    for (int a = 0; a < p; a++) {
      gradient[a] = complete.statistic[a] - observed.statistic[a];
      trace += complete.information[a * p + a];
      for (int b = 0; b < p; b++) {
        information[a * size + b] += complete.information[a * p + b];
      }
    }
    for (int i = 0; i < information.length; i++) {
      information[i] -= missing[i];
    }
    weight = p == 0 ? 1 : trace / p;
    for (int cell = 0; cell < groups.cellCount(); cell++) {
      for (int k = 1; k < groups.categories(); k++) {
        logLikelihood += seen[cell * groups.categories() + k] * weights.log(cell, k);
      }
    }
  }

  /** Expected statistics at the moments' location, by local place. */
  private void expect(double[] into) {
    Arrays.fill(into, 0);
    for (int j = 0; j < length; j++) {
      double above = 0;
      for (int t = groups.categories() - 2; t >= 0; t--) {
        above += moments.probability[j * groups.categories() + t + 1];
        Statistics.add(into, places, j, t, above);
      }
    }
  }

  private double[] posterior(double[] logs, double[] nodes, int stratum, double n) {
    double[] posterior = new double[nodes.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < nodes.length; q++) {
      double z = (nodes[q] - means[stratum]) / deviation;
      posterior[q] = logs[q] - 0.5 * z * z - Math.log(deviation) - 0.5 * Math.log(2 * Math.PI);
      highest = Math.max(highest, posterior[q]);
    }
    double sum = 0;
    for (int q = 0; q < nodes.length; q++) {
      posterior[q] = Math.exp(posterior[q] - highest);
      sum += posterior[q];
    }
    for (int q = 0; q < nodes.length; q++) {
      posterior[q] /= sum;
    }
    logLikelihood += n * (highest + Math.log(sum));
    return posterior;
  }

  private void addStratum(int s, double n, double[] posterior, double[] nodes, int local) {
    double variance = deviation * deviation;
    int atMean = layout.size() + s;
    int atDeviation = size - 1;
    Arrays.fill(mean, 0);
    for (int q = 0; q < nodes.length; q++) {
      double d = nodes[q] - means[s];
      score[q][local] = d / variance;
      score[q][local + 1] = d * d / variance - 1;
      for (int a = 0; a < local + 2; a++) {
        mean[a] += posterior[q] * score[q][a];
      }
    }
    gradient[atMean] += n * mean[local];
    gradient[atDeviation] += n * mean[local + 1];
    information[atMean * size + atMean] += n / variance;
    information[atDeviation * size + atDeviation] += n * 2 * (mean[local + 1] + 1);
    information[atMean * size + atDeviation] += n * 2 * mean[local];
    information[atDeviation * size + atMean] += n * 2 * mean[local];
    for (int a = 0; a < local + 2; a++) {
      int placeA = place(a, local, atMean, atDeviation);
      for (int b = 0; b < local + 2; b++) {
        double covariance = 0;
        for (int q = 0; q < nodes.length; q++) {
          covariance += posterior[q] * (score[q][a] - mean[a]) * (score[q][b] - mean[b]);
        }
        missing[placeA * size + place(b, local, atMean, atDeviation)] += n * covariance;
      }
    }
  }

  private int place(int a, int local, int atMean, int atDeviation) {
    if (a < local) {
      return places.global(a);
    }
    return a == local ? atMean : atDeviation;
  }
}
