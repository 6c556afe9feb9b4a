package org.evenstar.stats.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;

class EwmaDriftTest {
  private static final double LAMBDA = 0.2;
  private static final int SERIES = Integer.getInteger("evenstar.draws", 1_000);

  @Test
  void theRecentMeanAndItsErrorAreThoseOfTheFormula() {
    // x̄ = (10 · 0.5 + 30 · 0.5 + 20 · 0.5 + 40 · 0.6)/100 = 0.54; λ = 0.5, so that the weights of
    // the last period are 1/16, 1/8, 1/4, 1/2: e - x̄ = -0.04 · 7/16 + 0.06/2 = 0.0125.
    EwmaDrift drift =
        EwmaDrift.of(
            new long[] {10, 30, 20, 40}, new double[] {0.5, 0.5, 0.5, 0.6}, 0.5, 0.5, 500, 1);

    double weight = 15 / 16.0;
    double squares = 1 / 2560.0 + 1 / 1920.0 + 1 / 320.0 + 1 / 160.0;
    double error = 0.5 * Math.sqrt(squares - weight * weight / 100);
    assertThat(drift.z()[3]).isCloseTo(0.0125 / error, within(1e-12));
    assertThat(drift.z()[0]).isCloseTo(-0.04 / (0.5 * Math.sqrt(0.1 - 0.01)), within(1e-12));
  }

  @Test
  void aSeriesThatMovesAtItsEndIsToldWithItsMonths() {
    double[] means = {0.50, 0.51, 0.49, 0.50, 0.51, 0.49, 0.50, 0.51, 0.49, 0.50, 0.62, 0.63};
    long[] counts = new long[12];
    Arrays.fill(counts, 30);

    EwmaDrift drift = EwmaDrift.of(counts, means, 0.2, LAMBDA, 20_000, 1);

    assertThat(drift.status()).isEqualTo(Status.OK);
    assertThat(drift.at()).isEqualTo(11);
    assertThat(drift.since()).isEqualTo(10);
    assertThat(drift.difference()).isCloseTo(0.125, within(1e-12));
    assertThat(drift.error()).isCloseTo(0.2 * Math.sqrt(1 / 60.0 + 1 / 300.0), within(1e-12));
    assertThat(drift.probability()).isLessThan(0.05);
    assertThat(ChangePoint.of(counts, means, 0.2).probability())
        .as("one lasting step is harder to tell near the end")
        .isGreaterThan(drift.probability());
  }

  @Test
  void steadySeriesAreFlaggedAsOftenAsStated() {
    SplittableRandom random = new SplittableRandom(11);
    long[] counts = {5, 40, 12, 30, 25, 60, 8, 30, 30, 22, 35, 18};
    int at05 = 0;
    int at002 = 0;
    for (int series = 0; series < SERIES; series++) {
      double[] means =
          Arrays.stream(counts)
              .mapToDouble(n -> random.nextGaussian() / Math.sqrt((double) n))
              .toArray();
      double p = EwmaDrift.of(counts, means, 1, LAMBDA, 4_000, series).probability();
      at05 += p < 0.05 ? 1 : 0;
      at002 += p < 0.002 ? 1 : 0;
    }

    System.out.printf(
        "of %d steady series %.4f have p < 0.05 and %.4f p < 0.002%n",
        SERIES, (double) at05 / SERIES, (double) at002 / SERIES);
    // Three standard errors of the share.
    assertThat((double) at05 / SERIES).isCloseTo(0.05, within(3 * Math.sqrt(0.0475 / SERIES)));
    assertThat((double) at002 / SERIES).isLessThan(0.002 + 3 * Math.sqrt(0.002 / SERIES));
  }

  @Test
  void theSameSeedGivesTheSameProbability() {
    double[] means = {0.1, 0.0, 0.2, 0.1, 0.4, 0.3};
    long[] counts = {9, 9, 9, 9, 9, 9};

    EwmaDrift one = EwmaDrift.of(counts, means, 0.3, LAMBDA, 1_000, 5);

    assertThat(EwmaDrift.of(counts, means, 0.3, LAMBDA, 1_000, 5).probability())
        .isEqualTo(one.probability());
    assertThat(one.draws()).isLessThanOrEqualTo(1_000);
  }

  @Test
  void degenerateSeriesHaveAStatusAndNoNumbers() {
    assertThat(EwmaDrift.of(new long[0], new double[0], 1, LAMBDA, 10, 1).status())
        .isEqualTo(Status.NO_DATA);
    assertThat(EwmaDrift.of(new long[] {5, 5}, new double[] {0, 1}, 1, LAMBDA, 10, 1).status())
        .isEqualTo(Status.TOO_FEW);
    EwmaDrift flat = EwmaDrift.of(new long[] {5, 5, 5, 5}, new double[4], 0, LAMBDA, 10, 1);
    assertThat(flat.status()).isEqualTo(Status.NO_VARIATION);
    assertThat(flat.probability()).isOne();
    assertThatThrownBy(() -> EwmaDrift.of(new long[] {5}, new double[1], 1, 0, 10, 1))
        .hasMessage("Cannot smooth with weight '0.0': it is not in (0, 1]; 0.2 is usual");
  }
}
