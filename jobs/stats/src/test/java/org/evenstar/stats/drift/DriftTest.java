package org.evenstar.stats.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.ReferenceCase;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DriftTest {

  @Test
  void cusumAndEwmaAreThoseOfQcc() {
    ReferenceCase drift = new ReferenceCase("06a-cusum-ewma");
    double centre = drift.expected().get("center").asDouble();
    double sd = drift.expected().get("sd").asDouble();
    double[] x = drift.column("input.csv", "x");
    double[] z = Arrays.stream(x).map(value -> (value - centre) / sd).toArray();

    Cusum cusum = Cusum.of(z, 0.5, 5);
    Ewma ewma = Ewma.of(x, centre, sd, 0.2, 3);

    String rows = "expected-rows.csv";
    assertThat(cusum.upper()).containsExactly(drift.column(rows, "cusum_pos"), within(1e-10));
    assertThat(cusum.lower()).containsExactly(drift.column(rows, "cusum_neg"), within(1e-10));
    assertThat(cusum.firstHigh()).hasValue(54);
    assertThat(cusum.firstLow()).isEmpty();
    assertThat(ewma.smoothed()).containsExactly(drift.column(rows, "ewma"), within(1e-10));
    assertThat(ewma.lower()).containsExactly(drift.column(rows, "ewma_lcl"), within(1e-10));
    assertThat(ewma.upper()).containsExactly(drift.column(rows, "ewma_ucl"), within(1e-10));
    assertThat(ewma.firstAlarm()).hasValue(54);
  }

  @Test
  void theTextbookCusumRunsFourHundredAndSixtyFivePeriodsToAFalseAlarm() {
    // Montgomery, table 9.4: k = 0.5, h = 5: 465 without shift, 10.4 at one standard deviation.
    assertThat(RunLength.mean(0.5, 5, 0, 10_000, 4_000, 1)).isBetween(440.0, 490.0);
    assertThat(RunLength.mean(0.5, 5, 1, 10_000, 4_000, 1)).isBetween(10.1, 10.7);
  }

  @Test
  void aCalibratedLimitAllowsForABaselineOfTwelvePeriods() {
    RunLength known = RunLength.calibrate(0.5, 12, 0, 0.05, 4_000, 2);
    RunLength estimated = RunLength.calibrate(0.5, 12, 12, 0.05, 4_000, 2);

    assertThat(estimated.threshold()).isGreaterThan(known.threshold());
    assertThat(RunLength.simulate(0.5, estimated.threshold(), 12, 12, 4_000, 3).falseAlarmShare())
        .isBetween(0.035, 0.065);
  }

  @Test
  void scoresMovedUpToAThresholdAreFoundAndAPlaceboIsNot() {
    ReferenceCase bunching = new ReferenceCase("06b-bunching");
    long[] counts =
        Arrays.stream(bunching.column("input.csv", "count")).mapToLong(c -> (long) c).toArray();
    JsonNode at80 = bunching.expected().get("poisson_polynomial").get("result");
    JsonNode at70 = bunching.expected().get("placebo_70");

    Bunching found = Bunching.of(counts, 0, Bunching.Window.around(80));
    Bunching placebo = Bunching.of(counts, 0, Bunching.Window.around(70));

    assertBunching(found, at80);
    assertBunching(placebo, at70);
    for (JsonNode pair : bunching.expected().get("adjacent_binomial")) {
      ShareTest test = ShareTest.adjacent(pair.get("below").asLong(), pair.get("at").asLong());
      assertThat(test.probability()).isCloseTo(pair.get("p").asDouble(), within(1e-10));
    }
  }

  private static void assertBunching(Bunching actual, JsonNode expected) {
    assertThat(actual.status()).isEqualTo(Status.OK);
    assertThat(actual.expectedAt()).isCloseTo(expected.get("expected_at").asDouble(), within(1e-7));
    assertThat(actual.zAt()).isCloseTo(expected.get("z_at").asDouble(), within(1e-7));
    assertThat(actual.expectedBelow())
        .isCloseTo(expected.get("expected_below").asDouble(), within(1e-7));
    assertThat(actual.zBelow()).isCloseTo(expected.get("z_below").asDouble(), within(1e-7));
  }

  @Test
  void noScoresNearAThresholdCannotBunch() {
    assertThat(Bunching.of(new long[101], 0, Bunching.Window.around(80)).status())
        .isEqualTo(Status.TOO_FEW);
    assertThat(Bunching.of(new long[] {3, 4}, 79, Bunching.Window.around(80)).status())
        .isEqualTo(Status.TOO_FEW);
  }

  @Test
  void aSumOfPartsLiesOnTheirLattice() {
    List<Map<Long, Long>> parts = List.of(Map.of(0L, 1L, 1L, 1L), Map.of(0L, 3L, 2L, 1L));

    double[] sums = SumLattice.histogram(parts, 1, 4, 80);

    assertThat(sums).containsExactly(new double[] {30, 30, 10, 10}, within(1e-12));
    assertThat(SumLattice.histogram(List.of(Map.of()), 1, 4, 80)).isEmpty();
  }

  @Test
  void lumpsOfTheLatticeAreNoPile() {
    // Even scores are three times as likely as odd ones, and 80 is even.
    long[] counts = new long[101];
    double[] shape = new double[101];
    for (int score = 60; score <= 100; score++) {
      shape[score] = score % 2 == 0 ? 3 : 1;
      counts[score] = 20 * (long) shape[score];
    }

    Bunching flat = Bunching.of(counts, 0, Bunching.Window.around(80));
    Bunching shaped = Bunching.of(counts, shape, 0, Bunching.Window.around(80));

    assertThat(flat.probabilityAt(0, 0)).isLessThan(0.05);
    assertThat(shaped.expectedAt()).isCloseTo(60, within(1e-6));
    assertThat(shaped.probabilityAt(0, 0)).isGreaterThan(0.9);
  }

  @Test
  void aCountAboutAnEstimatedMeanHasANegativeBinomialTail() {
    // A gamma shape of 1 about a mean of 1 is geometric: P(X ≥ 3) = 1/8.
    assertThat(Distributions.negativeBinomialUpperTail(3, 1, 1)).isCloseTo(0.125, within(1e-12));
    // A large shape is Poisson: 1 - e^-1 (1 + 1 + 1/2).
    assertThat(Distributions.negativeBinomialUpperTail(3, 1, 1e9))
        .isCloseTo(1 - 2.5 * Math.exp(-1), within(1e-8));
  }

  @Test
  void aPreferredDigitStandsOut() {
    long[] counts = {180, 60, 60, 60, 60, 180, 60, 60, 60, 60};

    DigitPreference digits = DigitPreference.uniform(counts);

    assertThat(digits.status()).isEqualTo(Status.OK);
    assertThat(digits.preferred()).isZero();
    // By hand: mean 84, (96² · 2 + 24² · 8)/84.
    assertThat(digits.chiSquared()).isCloseTo((96 * 96 * 2 + 24 * 24 * 8) / 84.0, within(1e-12));
    assertThat(digits.index()).isCloseTo(192.0 / 840, within(1e-15));
    assertThat(DigitPreference.uniform(new long[10]).status()).isEqualTo(Status.NO_DATA);
    assertThat(DigitPreference.uniform(new long[] {1, 2}).status()).isEqualTo(Status.TOO_FEW);
  }

  @Test
  void aRushAtTheQuartersEndIsMoreThanItsShareOfDays() {
    ShareTest rush = ShareTest.rush(30, 60, 5, 60);

    assertThat(rush.probability()).isLessThan(1e-12);
    assertThat(ShareTest.rush(5, 60, 5, 60).probability()).isGreaterThan(0.5);
    assertThat(ShareTest.rush(0, 0, 5, 60).share().status()).isEqualTo(Status.NO_DATA);
  }

  @Test
  void oneImpressionForAllDomainsShowsAsHalo() {
    long seed = 8;
    SplittableRandom random = new SplittableRandom(seed);
    double[][] halo = new double[5][200];
    double[][] own = new double[5][200];
    for (int i = 0; i < 200; i++) {
      double impression = random.nextGaussian();
      for (int d = 0; d < 5; d++) {
        halo[d][i] = impression + 0.2 * random.nextGaussian();
        own[d][i] = 0.5 * impression + random.nextGaussian();
      }
    }

    Estimate withHalo = Halo.meanCorrelation(halo);
    Estimate without = Halo.meanCorrelation(own);

    assertThat(withHalo.interval().orElseThrow().contains(1 / 1.04)).as("seed %d", seed).isTrue();
    assertThat(without.interval().orElseThrow().contains(0.2)).as("seed %d", seed).isTrue();
    assertThat(Halo.meanCorrelation(new double[2][10]).status()).isEqualTo(Status.NO_VARIATION);
    assertThat(Halo.meanCorrelation(new double[0][]).status()).isEqualTo(Status.NO_DATA);
  }

  @Test
  void aBodyThatStaysInTheMiddleUsesLessOfTheScale() {
    double[] middle = {2.9, 3.0, 3.1, 3.0, 2.9, 3.1, 3.0, 3.0};
    double[] wide = {1, 2, 3, 4, 5, 2, 3, 4};

    Estimate ratio = RangeRestriction.ratio(middle, wide);

    assertThat(ratio.interval().orElseThrow().upper()).isLessThan(0.5);
    assertThat(RangeRestriction.ratio(new double[] {3, 3, 3, 3, 3}, wide).status())
        .isEqualTo(Status.NO_VARIATION);
    assertThat(RangeRestriction.ratio(new double[] {3}, wide).status()).isEqualTo(Status.TOO_FEW);
  }

  @Test
  void copiedDossiersAreGroupedAndStraightLinesDescribed() {
    long[][] vectors = {{1, 2, 3}, {3, 2, 1}, {1, 2, 3}, {2, 2, 2}, {1, 2, 3}};

    assertThat(ScoreVector.copies(vectors)).containsExactly(List.of(0, 2, 4));
    assertThat(ScoreVector.of(new long[] {8, 8, 8, 5, 8})).isEqualTo(new ScoreVector(5, 2, 0.8, 3));
    assertThat(ScoreVector.of(new long[0]).modeShare()).isZero();
    assertThat(ScoreVector.hash(vectors[0]))
        .isEqualTo(ScoreVector.hash(vectors[2]))
        .isNotEqualTo(ScoreVector.hash(vectors[1]));
  }

  @Test
  void dipIsHartigans() {
    ReferenceCase dips = new ReferenceCase("06d-dip");

    Dip dip = Dip.of(dips.column("input.csv", "x"), 2_000, 4);

    assertThat(dip.dip()).isCloseTo(dips.expected().get("dip").asDouble(), within(1e-10));
    // Two standard errors of 2,000 draws about the table's 0.864.
    assertThat(dip.probability()).isCloseTo(0.864, within(0.016));
    assertThat(Dip.of(new double[] {1, 1, 1, 1}, 10, 1).status()).isEqualTo(Status.NO_VARIATION);
    assertThat(Dip.of(new double[] {1, 2}, 10, 1).status()).isEqualTo(Status.TOO_FEW);
  }
}
