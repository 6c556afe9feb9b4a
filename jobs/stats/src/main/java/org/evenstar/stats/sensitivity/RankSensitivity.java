package org.evenstar.stats.sensitivity;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.evenstar.stats.Status;

/**
 * How far each region's rank moves when weights and methods are chosen otherwise.
 *
 * <p>Monte Carlo after Saisana, Saltelli and Tarantola (2005), J. R. Stat. Soc. A 168: weights from
 * a Dirichlet distribution around the model's, each listed normalisation and aggregation equally
 * often. Sobol indices are of the mean absolute change of rank, over three inputs: weights,
 * normalisation, aggregation; a draw of weights is one input, named by a seed of its own. No
 * region: NO_DATA.
 *
 * @param status OK or NO_DATA
 * @param baseRank under the model's weights and the first variant of each list; 1 is the highest
 * @param lower 5 % quantile of each region's rank
 * @param median of each region's rank
 * @param upper 95 % quantile
 * @param meanShift mean absolute change of rank over regions and draws
 * @param executed variants drawn, as {@code normalisation/aggregation}, in list order: all that
 *     were asked for
 * @param sobol shares of the variance of the mean shift: weights, normalisation, aggregation
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record RankSensitivity(
    Status status,
    int[] baseRank,
    int[] lower,
    int[] median,
    int[] upper,
    double meanShift,
    List<String> executed,
    Sobol sobol) {

  /**
   * What is varied.
   *
   * @param concentration of the Dirichlet: 100 moves a weight of 0.2 by about ±0.04
   */
  public record Plan(
      List<Normalisation> normalisations,
      List<Aggregation> aggregations,
      double concentration,
      int draws,
      long seed) {

    /** Copies the lists and refuses empty ones. */
    public Plan {
      normalisations = List.copyOf(normalisations);
      aggregations = List.copyOf(aggregations);
      if (normalisations.isEmpty() || aggregations.isEmpty() || !(concentration > 0) || draws < 1) {
        throw new IllegalArgumentException(
            "Cannot vary '%d normalisations, %d aggregations, concentration %s, %d draws': each needs at least one; list the model's own choice first"
                .formatted(normalisations.size(), aggregations.size(), concentration, draws));
      }
    }
  }

  /**
   * Runs the plan.
   *
   * @param domains one column of scores in [0, 1] per domain over the same regions
   * @param weights the model's, positive, in any sum
   */
  public static RankSensitivity of(double[][] domains, double[] weights, Plan plan) {
    int n = domains.length == 0 ? 0 : domains[0].length;
    double[][][] normalised =
        plan.normalisations().stream()
            .map(way -> Arrays.stream(domains).map(way::apply).toArray(double[][]::new))
            .toArray(double[][][]::new);
    double total = Arrays.stream(weights).sum();
    double[] base = Arrays.stream(weights).map(weight -> weight / total).toArray();
    int[] baseRank = ranks(normalised[0], base, plan.aggregations().get(0), n);
    int variants = plan.normalisations().size() * plan.aggregations().size();
    int[][] drawn = new int[n][plan.draws()];
    SplittableRandom random = new SplittableRandom(plan.seed());
    double shift = 0;
    for (int draw = 0; draw < plan.draws(); draw++) {
      double[] moved = Dirichlet.draw(base, plan.concentration(), random);
      int variant = draw % variants;
      int[] ranks =
          ranks(
              normalised[variant / plan.aggregations().size()],
              moved,
              plan.aggregations().get(variant % plan.aggregations().size()),
              n);
      for (int i = 0; i < n; i++) {
        drawn[i][draw] = ranks[i];
        shift += Math.abs(ranks[i] - baseRank[i]);
      }
    }
    int[] lower = new int[n];
    int[] median = new int[n];
    int[] upper = new int[n];
    for (int i = 0; i < n; i++) {
      Arrays.sort(drawn[i]);
      lower[i] = drawn[i][(int) Math.floor(0.05 * (plan.draws() - 1))];
      median[i] = drawn[i][(plan.draws() - 1) / 2];
      upper[i] = drawn[i][(int) Math.ceil(0.95 * (plan.draws() - 1))];
    }
    List<String> executed =
        plan.normalisations().stream()
            .flatMap(way -> plan.aggregations().stream().map(sum -> way + "/" + sum))
            .limit(plan.draws())
            .toList();
    Sobol.Model model = inputs -> meanShift(normalised, base, baseRank, plan, inputs);
    return new RankSensitivity(
        n == 0 ? Status.NO_DATA : Status.OK,
        baseRank,
        lower,
        median,
        upper,
        n == 0 ? 0 : shift / ((double) n * plan.draws()),
        executed,
        Sobol.of(model, 3, Math.max(2, plan.draws() / 5), plan.seed() + 1));
  }

  private static double meanShift(
      double[][][] normalised, double[] base, int[] baseRank, Plan plan, double[] inputs) {
    int n = baseRank.length;
    SplittableRandom own = new SplittableRandom(Double.doubleToLongBits(inputs[0]));
    double[] moved = Dirichlet.draw(base, plan.concentration(), own);
    int way = (int) (inputs[1] * plan.normalisations().size());
    int sum = (int) (inputs[2] * plan.aggregations().size());
    int[] ranks = ranks(normalised[way], moved, plan.aggregations().get(sum), n);
    double shift = 0;
    for (int i = 0; i < n; i++) {
      shift += Math.abs(ranks[i] - baseRank[i]);
    }
    return n == 0 ? 0 : shift / n;
  }

  private static int[] ranks(double[][] domains, double[] weights, Aggregation way, int n) {
    double[] index = new double[n];
    double[] scores = new double[domains.length];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < scores.length; d++) {
        scores[d] = domains[d][i];
      }
      index[i] = way.index(scores, weights);
    }
    // equal indices share the best rank: one more than there are larger ones
    double[] ascending = index.clone();
    Arrays.sort(ascending);
    int[] ranks = new int[n];
    for (int i = 0; i < n; i++) {
      ranks[i] = n - lastPlace(ascending, index[i]);
    }
    return ranks;
  }

  /** The last place of a value among sorted ones that hold it. */
  private static int lastPlace(double[] ascending, double value) {
    int place = Arrays.binarySearch(ascending, value);
    while (place + 1 < ascending.length && ascending[place + 1] == value) {
      place++;
    }
    return place;
  }
}
