package org.evenstar.stats.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;

class ChangePointTest {
  @Test
  void aStepIsFoundAtItsPeriodWithItsSize() {
    double[] means = {0.50, 0.51, 0.49, 0.50, 0.60, 0.61, 0.59, 0.60};
    long[] counts = {30, 30, 30, 30, 30, 30, 30, 30};

    ChangePoint change = ChangePoint.of(counts, means, 0.2);

    assertThat(change.first()).isEqualTo(4);
    assertThat(change.difference()).isCloseTo(0.1, within(1e-12));
    // S_4 = 120 (0.50 - 0.55) / (0.2 √240) = -1.9365; 2 e^(-2 · 3.75) is its probability.
    assertThat(change.path()[3]).isCloseTo(-1.936492, within(1e-6));
    assertThat(change.probability()).isCloseTo(2 * Math.exp(-7.5), within(1e-12));
  }

  @Test
  void steadySeriesAreFlaggedNoOftenerThanStated() {
    SplittableRandom random = new SplittableRandom(7);
    long[] counts = new long[12];
    Arrays.fill(counts, 25);
    int flagged = 0;
    for (int draw = 0; draw < 2000; draw++) {
      double[] means = random.doubles(12).map(u -> 0.2 * (u - 0.5)).toArray();
      flagged += ChangePoint.of(counts, means, 0).probability() < 0.05 ? 1 : 0;
    }

    assertThat(flagged / 2000.0).isBetween(0.0, 0.06);
  }

  @Test
  void degenerateSeriesHaveAStatusAndNoNumbers() {
    assertThat(ChangePoint.of(new long[] {5, 5}, new double[] {0, 1}, 1).status())
        .isEqualTo(Status.TOO_FEW);
    assertThat(ChangePoint.of(new long[] {5, 5, 5, 5}, new double[4], 0).status())
        .isEqualTo(Status.NO_VARIATION);
  }
}
