package org.evenstar.stats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.evenstar.stats.Estimate;
import org.junit.jupiter.api.Test;

/** Recomputes the numbers of docs/methods/benchmark.md. */
class WorkedExampleTest {
  private static final Path PAGE = Path.of("../../docs/methods/benchmark.md");
  private static final long UNIT = 1_000_000;
  private static final double OWN = 2.7;
  private static final double[] OTHERS = {0.8, 1.2, 1.6, 1.6, 2.0, 2.3, 2.7, 3.1, 3.4, 3.8, 4.4};

  @Test
  void thePageSaysWhatTheCodeComputes() throws IOException {
    Map<String, Double> numbers = new LinkedHashMap<>();
    cell(numbers);
    standing(numbers);
    regions(numbers);

    String page = Files.readString(PAGE);
    numbers.forEach(
        (name, value) ->
            assertThat(page)
                .contains(String.format(Locale.ROOT, "| %s | %.6f |", name, value + 0.0)));
  }

  private static void cell(Map<String, Double> numbers) {
    long[] values = new long[OTHERS.length + 1];
    for (int i = 0; i < OTHERS.length; i++) {
      values[i] = Math.round(OTHERS[i] * UNIT);
    }
    values[OTHERS.length] = Math.round(OWN * UNIT);
    Moments moments = Moments.of(values);
    Estimate mean = moments.meanInterval(UNIT, 0.95, OptionalLong.empty());
    numbers.put("mean", mean.value().orElseThrow());
    numbers.put("standard deviation", moments.standardDeviation(UNIT).orElseThrow());
    interval(numbers, "mean", mean);
    Estimate share =
        BinomialInterval.wilson(Arrays.stream(values).filter(v -> v >= 3 * UNIT).count(), 12, 0.95);
    numbers.put("share of 3 or more", share.value().orElseThrow());
    interval(numbers, "share of 3 or more", share);
  }

  private static void standing(Map<String, Double> numbers) {
    numbers.put("lower quartile of the others", Quantiles.of(OTHERS, 0.25).orElseThrow());
    double median = Quantiles.of(OTHERS, 0.5).orElseThrow();
    double upper = Quantiles.of(OTHERS, 0.75).orElseThrow();
    numbers.put("median of the others", median);
    numbers.put("upper quartile of the others", upper);
    numbers.put("distance to the median", OWN - median);
    numbers.put("distance to the next quartile", OWN - upper);
    double percentile = PercentileRank.of(OTHERS, OWN).hazen().orElseThrow();
    numbers.put("percentile", percentile);
    double spread = 3.841458820694124 / OTHERS.length;
    double centre = percentile + spread / 2;
    double reach = Math.sqrt(spread * (percentile * (1 - percentile) + spread / 4));
    numbers.put("percentile from", (centre - reach) / (1 + spread));
    numbers.put("percentile to", (centre + reach) / (1 + spread));
  }

  private static void regions(Map<String, Double> numbers) {
    double[] means = {2.0, 2.4, 3.1};
    double[] variances = Shrinkage.pooledVariances(new long[] {40, 10, 5}, new double[] {1, 1, 1});
    Shrinkage shrunken = Shrinkage.of(means, variances, TauEstimator.DERSIMONIAN_LAIRD);
    numbers.put("variance between regions", shrunken.tau2());
    numbers.put("common mean", shrunken.mean());
    for (int i = 0; i < means.length; i++) {
      numbers.put("shrunken mean of region " + "ABC".charAt(i), shrunken.estimates()[i]);
    }
  }

  private static void interval(Map<String, Double> numbers, String name, Estimate estimate) {
    numbers.put(name + " from", estimate.interval().orElseThrow().lower());
    numbers.put(name + " to", estimate.interval().orElseThrow().upper());
  }
}
