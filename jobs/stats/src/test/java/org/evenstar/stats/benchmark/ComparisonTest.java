package org.evenstar.stats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.evenstar.stats.Status;
import org.evenstar.stats.benchmark.RegionGap.Answer;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void aSureRegionKeepsItsRankAndUnsureOnesShareTheirs() {
    double[] estimates = {4.0, 3.0, 3.01, 2.0};
    double[] errors = {0.05, 0.2, 0.2, 0.05};

    RankIntervals ranks = RankIntervals.simulate(estimates, errors, 0.95, 2_000, 9);

    assertThat(ranks.rank()).containsExactly(1, 3, 2, 4);
    assertThat(ranks.lower()).containsExactly(1, 2, 2, 4);
    assertThat(ranks.upper()).containsExactly(1, 3, 3, 4);
    assertThat(ranks.distinguishableShare()).isCloseTo(5.0 / 6, within(1e-15));
    assertThat(RankIntervals.simulate(estimates, errors, 0.95, 2_000, 9).upper())
        .containsExactly(ranks.upper());
    assertThat(RankIntervals.simulate(new double[0], new double[0], 0.95, 10, 1).status())
        .isEqualTo(Status.NO_DATA);
  }

  @Test
  void equalRegionsAreCalledDifferentInAtMostFivePercent() {
    long seed = 13;
    SplittableRandom random = new SplittableRandom(seed);
    int yes = 0;
    int draws = 1_000;
    for (int draw = 0; draw < draws; draw++) {
      long[] first = random.longs(30, 0, 1_000).toArray();
      long[] second = random.longs(12, 0, 1_000).toArray();
      RegionGap gap = RegionGap.of(Moments.of(first), Moments.of(second), 1_000, 0.05, 0.95);
      yes += gap.answer() == Answer.YES ? 1 : 0;
    }
    // Two standard errors of 1,000 draws above the level.
    assertThat(yes / (double) draws).as("seed %d", seed).isLessThan(0.064);
  }

  @Test
  void gapsAreAntisymmetricAndSayWhatTheyCannotTell() {
    Moments high = Moments.of(new long[] {900, 910, 905, 900});
    Moments low = Moments.of(new long[] {400, 410, 405});
    Moments alike = Moments.of(new long[] {902, 908, 904, 903});

    RegionGap gap = RegionGap.of(high, low, 1_000, 0.05, 0.95);
    RegionGap back = RegionGap.of(low, high, 1_000, 0.05, 0.95);

    assertThat(gap.answer()).isEqualTo(Answer.YES);
    assertThat(back.gap().value().orElseThrow()).isEqualTo(-gap.gap().value().orElseThrow());
    assertThat(RegionGap.of(high, alike, 1_000, 0.05, 0.95).answer()).isEqualTo(Answer.NO);
    assertThat(RegionGap.of(high, alike, 1_000, 0.001, 0.95).answer())
        .isEqualTo(Answer.CANNOT_TELL);
    assertThat(RegionGap.of(high, Moments.NONE, 1_000, 0.05, 0.95).gap().status())
        .isEqualTo(Status.NO_DATA);
  }

  @Test
  void caseMixAndRateAddUpToTheGap() {
    // Nation: 100 at 0.4 and 100 at 0.8, mean 0.6. Region: 30 at 0.4 and 10 at 0.9.
    Moments[] nation = {constant(100, 400), constant(100, 800)};
    Moments[] region = {constant(30, 400), constant(10, 900)};

    Standardisation mix = Standardisation.of(region, nation, 1_000, 0.95);

    assertThat(mix.standardised().value().orElseThrow()).isCloseTo(0.65, within(1e-15));
    assertThat(mix.coveredShare()).isEqualTo(1);
    // By hand: mix = 0.25·0.4 - 0.25·0.85, rate = 0.1·(0.25+0.5)/2.
    assertThat(mix.mix()).isCloseTo(-0.1125, within(1e-15));
    assertThat(mix.rate()).isCloseTo(0.0375, within(1e-15));
    assertThat(mix.unmatched()).isCloseTo(0, within(1e-15));
    double gap = mix.raw().value().orElseThrow() - 0.6;
    assertThat(mix.mix() + mix.rate() + mix.unmatched()).isCloseTo(gap, within(1e-15));
  }

  @Test
  void strataARegionLacksAreSaidToBeUncovered() {
    Moments[] nation = {constant(100, 400), constant(300, 800)};
    Moments[] region = {constant(30, 500), Moments.NONE};

    Standardisation mix = Standardisation.of(region, nation, 1_000, 0.95);

    assertThat(mix.coveredShare()).isEqualTo(0.25);
    assertThat(mix.standardised().value()).hasValue(0.5);
    // Among what both have, the mix is alike; the nation's part in common lies 0.3 below the whole.
    assertThat(mix.mix()).isZero();
    assertThat(mix.rate()).isCloseTo(0.1, within(1e-15));
    assertThat(mix.unmatched()).isCloseTo(0.4 - 0.7, within(1e-15));
  }

  @Test
  void theCaseMixOfASmallRegionDoesNotDependOnTheZeroOfTheScale() {
    Moments[] nation = {constant(100, 400), constant(300, 800), constant(50, 600)};
    Moments[] raised = {constant(100, 1_400), constant(300, 1_800), constant(50, 1_600)};
    Moments[] region = {constant(3, 500), Moments.NONE, constant(2, 300)};
    Moments[] raisedRegion = {constant(3, 1_500), Moments.NONE, constant(2, 1_300)};

    Standardisation plain = Standardisation.of(region, nation, 1_000, 0.95);
    Standardisation moved = Standardisation.of(raisedRegion, raised, 1_000, 0.95);

    assertThat(moved.mix()).isCloseTo(plain.mix(), within(1e-14));
    assertThat(moved.rate()).isCloseTo(plain.rate(), within(1e-14));
    assertThat(moved.unmatched()).isCloseTo(plain.unmatched(), within(1e-14));
    assertThat(plain.mix() + plain.rate() + plain.unmatched())
        .isCloseTo(0.42 - 310.0 / 450, within(1e-14));
  }

  @Test
  void betweenGroupShareAllowsForUnequalGroups() {
    Moments[] groups = {
      Moments.of(new long[] {1, 2, 3}), Moments.of(new long[] {4, 6}), Moments.of(new long[] {9})
    };

    OneWayCorrelation icc = OneWayCorrelation.of(groups);

    // By hand: SSW = 4, SST = 147 - 25²/6.
    double within = 4.0 / 3;
    double between = (147 - 625.0 / 6 - 4) / 2;
    double typical = (6 - 14.0 / 6) / 2;
    assertThat(icc.value().orElseThrow())
        .isCloseTo((between - within) / (between + (typical - 1) * within), within(1e-14));
    assertThat(OneWayCorrelation.of(new Moments[] {Moments.of(new long[] {1, 2})}).status())
        .isEqualTo(Status.TOO_FEW);
    assertThat(OneWayCorrelation.of(new Moments[] {constant(3, 1), constant(2, 1)}).status())
        .isEqualTo(Status.NO_VARIATION);
  }

  @Test
  void aRisingSeriesTrends() {
    Trend trend = Trend.of(new double[] {1, 2, 2, 3, 5, 4, 7});

    // S = 18; variance (7·6·19 - 2·1·9)/18 = 43.333; z = 17/6.583.
    assertThat(trend.s()).isEqualTo(18);
    assertThat(trend.probability()).isCloseTo(0.00980915164579, within(1e-12));
    assertThat(trend.slope().orElseThrow()).isCloseTo(1, within(1e-15));
    assertThat(Trend.of(new double[] {2, 2, 2, 2}).status()).isEqualTo(Status.NO_VARIATION);
    assertThat(Trend.of(new double[] {2, 3}).status()).isEqualTo(Status.TOO_FEW);
  }

  @Test
  void neighboursShareTraitsAndAbsencesDropOut() {
    double[][] numeric = {{10, 12, 30, Double.NaN, 10}};
    int[][] named = {{1, 1, 1, 1, 2}};

    Neighbours neighbours = Neighbours.nearest(numeric, named, 0, 3);

    assertThat(neighbours.index()).containsExactly(3, 1, 2);
    assertThat(neighbours.distance()).containsExactly(0, 0.05, 0.5);
  }

  @Test
  void aMovedDistributionIsMeasured() {
    DistributionShift same = DistributionShift.of(new long[] {5, 5}, new long[] {50, 50}, 1);
    DistributionShift moved = DistributionShift.of(new long[] {0, 10}, new long[] {50, 50}, 2);

    assertThat(same.wasserstein()).isZero();
    assertThat(moved.wasserstein()).isEqualTo(1);
    assertThat(moved.stabilityIndex()).isGreaterThan(0.25);
    assertThat(DistributionShift.of(new long[2], new long[] {1, 1}, 1).status())
        .isEqualTo(Status.NO_DATA);
  }

  @Test
  void aWildValueDoesNotMoveARobustMean() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1000};

    assertThat(RobustMean.trimmed(values, 0.1, 0.95).value()).hasValue(5.5);
    assertThat(RobustMean.winsorisedMean(values, 0.1).value()).hasValue(5.5);
    assertThat(RobustMean.trimmed(new double[0], 0.1, 0.95).status()).isEqualTo(Status.NO_DATA);
    assertThat(RobustMean.trimmed(new double[] {3}, 0.1, 0.95).status()).isEqualTo(Status.TOO_FEW);
  }

  private static Moments constant(int n, long value) {
    long[] values = new long[n];
    java.util.Arrays.fill(values, value);
    return Moments.of(values);
  }
}
