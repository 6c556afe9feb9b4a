package org.evenstar.stats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.evenstar.stats.ReferenceCase.numbers;

import java.util.SplittableRandom;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.ReferenceCase;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ShrinkageTest {

  private static final ReferenceCase REGIONS = new ReferenceCase("07a-shrinkage");

  @ParameterizedTest
  @CsvSource({
    "DERSIMONIAN_LAIRD, expected.json, DL, 1e-10",
    "REML, expected.json, REML, 1e-6",
    // metafor's default for PM stops 3e-5 from the root; this file has its root at full precision.
    "PAULE_MANDEL, expected-paule-mandel.json, PM, 1e-10"
  })
  void regionalMeansShrinkAsMetaforShrinksThem(
      TauEstimator method, String file, String key, double tolerance) {
    double[] means = REGIONS.column("input.csv", "mean");
    double[] variances = REGIONS.column("input.csv", "var");
    JsonNode expected = REGIONS.json(file).get(key);

    Shrinkage shrinkage = Shrinkage.of(means, variances, method);

    assertThat(shrinkage.status()).isEqualTo(Status.OK);
    assertThat(shrinkage.tau2()).isCloseTo(expected.get("tau2").asDouble(), within(tolerance));
    assertThat(shrinkage.tau2Error())
        .isCloseTo(expected.get("se_tau2").asDouble(), within(tolerance));
    assertThat(shrinkage.mean()).isCloseTo(expected.get("mu").asDouble(), within(tolerance));
    assertThat(shrinkage.meanError())
        .isCloseTo(expected.get("se_mu").asDouble(), within(tolerance));
    assertThat(shrinkage.q()).isCloseTo(expected.get("Q").asDouble(), within(1e-9));
    assertThat(shrinkage.qProbability())
        .isCloseTo(expected.get("Qp").asDouble(), within(1e-6 * expected.get("Qp").asDouble()));
    assertThat(100 * shrinkage.i2()).isCloseTo(expected.get("I2").asDouble(), within(1e-3));
    assertThat(shrinkage.estimates())
        .containsExactly(numbers(expected.get("blup")), within(tolerance));
    assertThat(shrinkage.errors())
        .containsExactly(numbers(expected.get("blup_se")), within(tolerance));
  }

  @Test
  void regionsThatDifferByChanceOnlyAllShrinkToTheMean() {
    ReferenceCase chance = new ReferenceCase("07b-shrinkage-tau0");
    double[] means = chance.column("input.csv", "mean");
    double[] variances = chance.column("input.csv", "var");

    Shrinkage shrinkage = Shrinkage.of(means, variances, TauEstimator.DERSIMONIAN_LAIRD);

    assertThat(shrinkage.tau2()).isZero();
    assertThat(shrinkage.estimates())
        .containsExactly(numbers(chance.expected().get("blup")), within(1e-12));
    assertThat(shrinkage.errors())
        .containsExactly(numbers(chance.expected().get("blup_se")), within(1e-12));
  }

  @Test
  void aSmallRegionLiesBetweenItsRawMeanAndTheNationAndALargeOneHardlyMoves() {
    double[] means = {3.0, 4.5, 4.0, 3.4, 3.7};
    double[] variances = {1.0 / 6, 1.0 / 5000, 1.0 / 400, 1.0 / 300, 1.0 / 900};

    Shrinkage shrinkage = Shrinkage.of(means, variances, TauEstimator.REML);

    assertThat(shrinkage.estimates()[0]).isBetween(3.0, shrinkage.mean());
    assertThat(shrinkage.estimates()[1]).isCloseTo(4.5, within(0.005 * 4.5));
  }

  @Test
  void noRegionAndOneRegionHaveAStatus() {
    Shrinkage none = Shrinkage.of(new double[0], new double[0], TauEstimator.REML);
    Shrinkage one = Shrinkage.of(new double[] {3}, new double[] {0.04}, TauEstimator.REML);

    assertThat(none.status()).isEqualTo(Status.NO_DATA);
    assertThat(one.status()).isEqualTo(Status.TOO_FEW);
    assertThat(one.estimates()).containsExactly(3);
    assertThat(one.errors()).containsExactly(0.2);
  }

  @Test
  void aRegionWithoutSpreadBorrowsThePooledVariance() {
    double[] variances = Shrinkage.pooledVariances(new long[] {1, 5, 5}, new double[] {0, 2, 4});

    assertThat(variances).containsExactly(3, 0.6, 0.6);
    assertThat(Shrinkage.pooledVariances(new long[] {1, 1}, new double[] {0, 0})).isEmpty();
    assertThatThrownBy(
            () -> Shrinkage.of(new double[] {1, 2}, new double[] {0, 1}, TauEstimator.REML))
        .hasMessage(
            "Cannot shrink a mean with variance '0.0': it is not positive; use pooledVariances for"
                + " regions whose own spread is unusable");
  }

  @ParameterizedTest
  @CsvSource({"DERSIMONIAN_LAIRD", "REML", "PAULE_MANDEL"})
  void ninetyFivePercentIntervalsOfShrunkenMeansCoverTheTruth(TauEstimator method) {
    long seed = 20240601;
    SplittableRandom random = new SplittableRandom(seed);
    int draws = 1_000;
    int regions = 37;
    double reach = Distributions.normalReach(0.95);

    int covered = 0;
    for (int draw = 0; draw < draws; draw++) {
      double[] truth = new double[regions];
      double[] means = new double[regions];
      double[] variances = new double[regions];
      for (int i = 0; i < regions; i++) {
        variances[i] = 0.25 / (5 + random.nextInt(200));
        truth[i] = 3.4 + 0.12 * random.nextGaussian();
        means[i] = truth[i] + Math.sqrt(variances[i]) * random.nextGaussian();
      }
      Shrinkage shrinkage = Shrinkage.of(means, variances, method);
      for (int i = 0; i < regions; i++) {
        double error = Math.abs(shrinkage.estimates()[i] - truth[i]);
        covered += error <= reach * shrinkage.errors()[i] ? 1 : 0;
      }
    }

    double coverage = covered / (double) (draws * regions);
    assertThat(coverage).as("seed %d", seed).isBetween(0.93, 0.97);
  }
}
