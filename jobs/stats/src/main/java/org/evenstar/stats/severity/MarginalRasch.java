package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Severities by marginal maximum likelihood with latent regression on strata: a cross-check of
 * {@link ConditionalRasch}, no replacement.
 *
 * <p>Locations are taken as normal with a mean for each stratum and one variance (Bock and Aitkin
 * 1981; Mislevy 1984). With one stratum where regions differ in quality, that quality is taken for
 * severity of the regions' bodies: disagreement with the conditional estimate then says that the
 * prior is wrong. Integration is by the trapezoidal rule, 29 nodes half a posterior deviation apart
 * around each group's posterior mean, which for these smooth curves is exact to ten digits; steps
 * are Newton's with Louis' (1982) observed information.
 */
public final class MarginalRasch {

  private static final int NODES = 29;
  private static final double SPACING = 0.5;
  private static final int MOST_ITERATIONS = 60;
  private static final int MOST_HALVINGS = 10;
  private static final double SMALL_STEP = 1e-7;

  private final Groups groups;
  private final Layout layout;
  private final double[] seen;
  private final double[][] strataCounts;
  private final int strata;
  private final double[] centre;
  private final double[] spread;
  private RaschParameters parameters;
  private final double[] means;
  private double deviation;

  private MarginalRasch(RaschFit start, int[] stratum) {
    this.groups = start.groups();
    BitSet bodies = new BitSet();
    start.bodies().forEach(body -> bodies.set(body.body()));
    BitSet items = new BitSet();
    start.indicators().forEach(item -> items.set(item.indicator()));
    this.parameters = start.parameters();
    this.layout = new Layout(parameters.model(), groups, bodies, items, items, true);
    this.strata = Arrays.stream(stratum).max().orElse(0) + 1;
    this.strataCounts = new double[groups.groups()][strata];
    this.centre = new double[groups.groups()];
    this.spread = new double[groups.groups()];
    this.means = new double[strata];
    this.seen = new ObservedCounts(groups, 1).all();
    place(stratum);
  }

  /**
   * Fits all institutions of a conditional fit, extreme ones too.
   *
   * @param start the conditional fit to start from; all of its bodies are estimated, none anchored
   * @param stratum stratum of each institution, from 0
   */
  public static MarginalFit estimate(RaschFit start, int[] stratum) {
    return new MarginalRasch(start, stratum).fit();
  }

  /** Where to integrate at first, and starting values of means and deviation. */
  private void place(int[] stratum) {
    Locations locations = Locations.of(groups, new CellWeights(parameters, groups), 1);
    double[] n = new double[strata];
    double squares = 0;
    double all = 0;
    for (int g = 0; g < groups.groups(); g++) {
      double theta = locations.theta(g);
      centre[g] = theta;
      spread[g] = Math.min(1, locations.error(g));
      for (int i = groups.first(g); i < groups.first(g + 1); i++) {
        int s = stratum[groups.institutionAt(i)];
        strataCounts[g][s]++;
        n[s]++;
        means[s] += theta;
      }
    }
    for (int s = 0; s < strata; s++) {
      means[s] = n[s] == 0 ? 0 : means[s] / n[s];
    }
    for (int g = 0; g < groups.groups(); g++) {
      for (int s = 0; s < strata; s++) {
        double d = locations.theta(g) - means[s];
        squares += strataCounts[g][s] * d * d;
        all += strataCounts[g][s];
      }
    }
    deviation = Math.max(0.1, Math.sqrt(squares / Math.max(1, all)));
  }

  private MarginalFit fit() {
    int size = layout.size() + strata + 1;
    MarginalSums sums = sums();
    Optional<Cholesky> factor = factor(sums, size);
    double largest = Double.MAX_VALUE;
    int iterations = 0;
    while (iterations < MOST_ITERATIONS && largest > SMALL_STEP && factor.isPresent()) {
      double[] step = factor.get().solve(sums.gradient());
      largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
      sums = climb(sums, step, largest > 0.5 ? 0.5 / largest : 1);
      factor = factor(sums, size);
      iterations++;
    }
    List<Double> errors = new ArrayList<>();
    double[] inverse = factor.map(Cholesky::inverse).orElse(new double[size * size]);
    for (int body = 0; body < parameters.bodies(); body++) {
      int at = layout.body(body);
      // The held direction adds 1/(n w) to each variance of the inverse; take it out again.
      double held = 1 / (layout.freeBodies() * sums.weight());
      errors.add(at < 0 ? 0 : Math.sqrt(Math.max(0, inverse[at * size + at] - held)));
    }
    return new MarginalFit(
        parameters,
        errors,
        Arrays.stream(means).boxed().toList(),
        deviation,
        sums.logLikelihood(),
        iterations,
        largest <= SMALL_STEP && factor.isPresent());
  }

  /** Takes the step, halved while the likelihood falls. */
  private MarginalSums climb(MarginalSums from, double[] step, double scale) {
    RaschParameters oldParameters = parameters;
    double[] oldMeans = means.clone();
    double oldDeviation = deviation;
    MarginalSums moved = from;
    double share = scale;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      parameters = layout.moved(oldParameters, step, share);
      for (int s = 0; s < strata; s++) {
        means[s] = oldMeans[s] + share * step[layout.size() + s];
      }
      deviation = oldDeviation * Math.exp(share * step[layout.size() + strata]);
      moved = sums();
      if (moved.logLikelihood() >= from.logLikelihood() - 1e-9 * Math.abs(from.logLikelihood())) {
        return moved;
      }
      share /= 2;
    }
    return moved;
  }

  private MarginalSums sums() {
    MarginalSums sums = new MarginalSums(groups, layout, parameters, seen, means, deviation);
    double[] nodes = new double[NODES];
    for (int g = 0; g < groups.groups(); g++) {
      for (int q = 0; q < NODES; q++) {
        nodes[q] = centre[g] + SPACING * spread[g] * (q - NODES / 2);
      }
      sums.add(g, strataCounts[g], nodes, Math.log(SPACING * spread[g]));
      centre[g] = sums.posteriorMean();
      spread[g] = Math.max(0.5 * spread[g], sums.posteriorDeviation());
    }
    sums.close();
    return sums;
  }

  private Optional<Cholesky> factor(MarginalSums sums, int size) {
    double[] matrix = sums.information().clone();
    double w = sums.weight();
    hold(matrix, size, 0, layout.freeBodies(), w);
    hold(matrix, size, layout.freeBodies(), layout.freeItems(), w);
    for (int first : layout.thresholdRows()) {
      hold(matrix, size, first, layout.steps(), w);
    }
    // A stratum without institutions has no mean to move.
    for (int i = 0; i < size; i++) {
      matrix[i * size + i] += matrix[i * size + i] == 0 ? w : 0;
    }
    Optional<Cholesky> observed = Cholesky.of(matrix, size, 1e-11);
    if (observed.isPresent()) {
      return observed;
    }
    // Far from the maximum the observed information may be indefinite; the complete one is not.
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] += sums.missing()[i];
    }
    return Cholesky.of(matrix, size, 1e-11);
  }

  private static void hold(double[] matrix, int size, int first, int count, double w) {
    for (int a = first; a < first + count; a++) {
      for (int b = first; b < first + count; b++) {
        matrix[a * size + b] += w / count;
      }
    }
  }
}
