package org.evenstar.stats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenstar.stats.ReferenceCase.numbers;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenstar.stats.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class QuantilesTest {

  private static final ReferenceCase CASE = new ReferenceCase("07d-quantiles-percentile-rank");

  @ParameterizedTest
  @CsvSource({"TYPE_2, type2", "TYPE_6, type6", "TYPE_7, type7"})
  void quantilesAreThoseOfR(QuantileType type, String key) {
    double[] sorted = CASE.column("input.csv", "x");
    Arrays.sort(sorted);
    double[] probabilities = numbers(CASE.expected().get("probs"));

    double[] quantiles =
        Arrays.stream(probabilities)
            .map(p -> Quantiles.of(sorted, p, type).orElseThrow())
            .toArray();

    assertThat(quantiles).containsExactly(numbers(CASE.expected().get(key)), within(1e-12));
  }

  @Test
  void aHistogramGivesTheQuantilesOfItsRepeatedValues() {
    double[] x = CASE.column("input.csv", "x");
    double[] weight = CASE.column("input.csv", "weight");
    Histogram histogram = Histogram.empty();
    for (int i = 0; i < x.length; i++) {
      long micro = Math.round(x[i] * 1_000_000);
      long[] counts = {(long) weight[i]};
      histogram = histogram.plus(Histogram.of(new long[] {micro}, counts));
    }
    JsonNode expected = CASE.expected().get("weighted_type7_frequency");

    int[] percents = {0, 5, 10, 25, 50, 75, 90, 95, 100};
    for (int i = 0; i < percents.length; i++) {
      assertThat(histogram.quantile(percents[i], 100, 1_000_000).orElseThrow())
          .isCloseTo(expected.get(i).asDouble(), within(1e-12));
      assertThat(histogram.quantile(percents[i], 100).orElseThrow())
          .isEqualTo(Math.round(expected.get(i).asDouble() * 1_000_000));
    }
  }

  @Test
  void aFixedPointQuantileIsRoundedHalfUpOnce() {
    Histogram histogram = Histogram.ofValues(new long[] {-3, -2, 5, 6});

    assertThat(histogram.quantile(1, 2)).hasValue(2);
    assertThat(Histogram.ofValues(new long[] {-2, -1}).quantile(1, 2)).hasValue(-1);
    assertThat(Histogram.ofValues(new long[] {1, 2}).quantile(1, 2)).hasValue(2);
    assertThat(Histogram.empty().quantile(1, 2)).isEmpty();
    assertThat(Histogram.ofValues(new long[] {7}).quantile(9, 10)).hasValue(7);
  }

  @Test
  void partsOfAHistogramMergeToTheWhole() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    long[] values = random.longs(500, 0, 40).toArray();

    Histogram whole = Histogram.ofValues(values);
    Histogram parts =
        Histogram.ofValues(Arrays.copyOfRange(values, 300, 500))
            .plus(Histogram.ofValues(Arrays.copyOfRange(values, 0, 300)));

    assertThat(parts.n()).isEqualTo(500);
    assertThat(parts.moments()).isEqualTo(whole.moments()).isEqualTo(Moments.of(values));
    for (int percent = 0; percent <= 100; percent++) {
      assertThat(parts.quantile(percent, 100)).isEqualTo(whole.quantile(percent, 100));
    }
    assertThat(whole.countBelow(20) + whole.countOf(20)).isEqualTo(whole.countBelow(21));
  }

  @Test
  void percentileRanksAreThoseOfDplyrAndHazen() {
    double[] group = CASE.column("input.csv", "x");

    for (int i = 0; i < group.length; i++) {
      PercentileRank rank = PercentileRank.of(group, group[i]);
      assertThat(rank.percentRank().orElseThrow())
          .isCloseTo(CASE.expected().get("percent_rank_dplyr").get(i).asDouble(), within(1e-12));
      assertThat(rank.cumulative().orElseThrow())
          .isCloseTo(CASE.expected().get("cume_dist").get(i).asDouble(), within(1e-12));
      assertThat(rank.hazen().orElseThrow())
          .isCloseTo(CASE.expected().get("hazen").get(i).asDouble(), within(1e-12));
    }
    assertThat(new PercentileRank(0, 1, 1).percentRank()).isEmpty();
  }
}
