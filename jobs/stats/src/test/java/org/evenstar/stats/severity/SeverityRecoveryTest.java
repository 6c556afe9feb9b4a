package org.evenstar.stats.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.multiple.Adjustment;
import org.evenstar.stats.multiple.Equivalence;
import org.junit.jupiter.api.Test;

/**
 * Simulate with known severities, estimate, compare. Twelve seeds by default; {@code
 * -Devenstar.seeds=200} for the figures in the documentation.
 */
class SeverityRecoveryTest {

  private static final int SEEDS = Integer.getInteger("evenstar.seeds", 12);

  @Test
  void intervalsCoverTheTruthWhetherRegionsAreEqualOrNot() {
    for (boolean isUnequal : new boolean[] {false, true}) {
      int covered = 0;
      double squares = 0;
      double errors = 0;
      for (int seed = 0; seed < SEEDS; seed++) {
        Simulation simulation = new Simulation(seed, 20);
        RaschFit fit =
            fit((isUnequal ? simulation.withUnequalRegions() : simulation).data(600, 30));
        for (BodyEstimate body : fit.bodies()) {
          double miss = body.severity() - Simulation.SEVERITY[body.body()];
          covered += Math.abs(miss) < 1.96 * body.standardError() ? 1 : 0;
          squares += miss * miss;
          errors += body.standardError() * body.standardError();
        }
      }
      double share = covered / (6.0 * SEEDS);
      double rmse = Math.sqrt(squares / (6 * SEEDS));
      double error = Math.sqrt(errors / (6 * SEEDS));
      System.out.printf(
          "%d seeds, unequal %s: coverage %.3f, RMSE %.4f, SE %.4f%n",
          SEEDS, isUnequal, share, rmse, error);
      double slack = 3 * Math.sqrt(0.05 * 0.95 / (6.0 * SEEDS));
      assertThat(share).isBetween(0.93 - slack, Math.min(1, 0.97 + slack));
      assertThat(rmse).isLessThan(error * (1 + 3 / Math.sqrt(2.0 * 5 * SEEDS)));
    }
  }

  @Test
  void aPlantedBiasIsFoundAndFewOthersAre() {
    int[] domains = IntStream.range(0, 20).map(i -> i / 5).toArray();
    int found = 0;
    int withOther = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SeverityData data = new Simulation(500 + seed, 20).withBias(2, 5, 0.8).data(300, 150);
      List<Interaction> table =
          AfterFit.of(fit(data), AfterFitOptions.DEFAULT).byDomain(4, domains);
      Interaction largest =
          table.stream()
              .max((a, b) -> Double.compare(Math.abs(t(a)), Math.abs(t(b))))
              .orElseThrow();
      found += largest.body() == 2 && largest.scope() == 0 ? 1 : 0;
      withOther += isOtherFlagged(table) ? 1 : 0;
    }
    System.out.printf(
        "%d seeds: planted bias largest in %d, another body flagged in %d%n",
        SEEDS, found, withOther);
    assertThat(found).isEqualTo(SEEDS);
  }

  @Test
  void bodiesAtTheMarginAreRarelyCalledTheSame() {
    int same = 0;
    int seeds = Math.max(40, SEEDS);
    for (int seed = 0; seed < seeds; seed++) {
      SeverityData data = new Simulation(900 + seed, 10).data(120, 120);
      SeverityResult result = ConditionalRasch.estimate(data, SeverityOptions.DEFAULT);
      SeverityPair pair = SeverityPair.all(result, List.of(3, 4), 0.2, 0.05, 0.8).get(0);
      same += pair.answer() == Equivalence.Answer.SAME ? 1 : 0;
    }
    // Bodies 3 and 4 are exactly 0.2 logits apart.
    assertThat(same)
        .isLessThanOrEqualTo((int) Math.ceil(0.05 * seeds + 3 * Math.sqrt(0.05 * seeds)));
  }

  /** Body 2's other cells mirror its planted bias and are not false. */
  private static boolean isOtherFlagged(List<Interaction> table) {
    double[] p =
        table.stream().mapToDouble(cell -> Distributions.normalTwoSided(t(cell))).toArray();
    double[] q = Adjustment.BENJAMINI_HOCHBERG.adjust(p);
    OptionalInt other =
        IntStream.range(0, q.length)
            .filter(cell -> q[cell] < 0.1 && table.get(cell).body() != 2)
            .filter(cell -> table.get(cell).scope() != 0)
            .findFirst();
    return other.isPresent();
  }

  private static double t(Interaction cell) {
    return cell.t().orElse(0);
  }

  private static RaschFit fit(SeverityData data) {
    SeverityResult result = ConditionalRasch.estimate(data, SeverityOptions.DEFAULT);
    assertThat(result.status()).isEqualTo(SeverityStatus.IDENTIFIED);
    return result.fit().orElseThrow();
  }
}
