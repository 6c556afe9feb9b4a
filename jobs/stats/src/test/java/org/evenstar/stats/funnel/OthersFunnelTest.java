package org.evenstar.stats.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;

class OthersFunnelTest {
  @Test
  void aUnitIsHeldToTheSpreadOfTheOthersAlone() {
    double[] values = {0.01, -0.02, 0.00, 0.02, -0.01, 0.30};
    double[] errors = {0.02, 0.02, 0.02, 0.02, 0.02, 0.02};

    OthersFunnel funnel = OthersFunnel.of(values, errors);

    // The others' mean is 0 and they vary less than chance: variance 0.02² (1 + 1/5).
    assertThat(funnel.differences()[5]).isCloseTo(0.30, within(1e-12));
    assertThat(funnel.tau2()[5]).isZero();
    assertThat(funnel.errors()[5]).isCloseTo(0.02 * Math.sqrt(1.2), within(1e-12));
    assertThat(funnel.probabilities()[5]).isLessThan(1e-30);
    assertThat(funnel.probabilities()[0]).isGreaterThan(0.3);
  }

  @Test
  void theOthersVarianceBeyondChanceIsDerSimonianAndLairds() {
    double[] values = {0, 1, 2, 4};
    double[] errors = {0.5, 0.5, 0.5, 0.5};

    OthersFunnel funnel = OthersFunnel.of(values, errors);

    // Others 0, 1, 2: Q = 4 (1 + 0 + 1) = 8, tau² = (8 - 2) / (12 - 48/12) = 0.75.
    assertThat(funnel.tau2()[3]).isCloseTo(0.75, within(1e-12));
    assertThat(funnel.differences()[3]).isCloseTo(3, within(1e-12));
    assertThat(funnel.errors()[3]).isCloseTo(Math.sqrt(4.0 / 3), within(1e-12));
    // t = 3 / sqrt(4/3) = 2.598 on 2 degrees of freedom: 1 - t / sqrt(2 + t²).
    assertThat(funnel.probabilities()[3]).isCloseTo(1 - Math.sqrt(6.75 / 8.75), within(1e-9));
    assertThat(funnel.reach(3)).isCloseTo(4.302652729911275 * Math.sqrt(4.0 / 3), within(1e-9));
  }

  @Test
  void sixBodiesThatVaryAmongThemselvesSeldomStandApart() {
    Random random = new Random(1);
    int runs = 20_000;
    int atFivePercent = 0;
    int atOnePerMille = 0;
    for (int run = 0; run < runs; run++) {
      double[] values = new double[6];
      double[] errors = new double[6];
      for (int i = 0; i < 6; i++) {
        errors[i] = 0.02;
        values[i] = random.nextGaussian() * Math.hypot(0.1, errors[i]);
      }
      double probability = OthersFunnel.of(values, errors).probabilities()[0];
      atFivePercent += probability < 0.05 ? 1 : 0;
      atOnePerMille += probability < 0.001 ? 1 : 0;
    }

    assertThat(atFivePercent / (double) runs).isCloseTo(0.05, within(0.005));
    assertThat(atOnePerMille / (double) runs).isLessThan(0.002);
  }

  @Test
  void twoUnitsCannotTellWhichOfThemStandsApart() {
    OthersFunnel funnel = OthersFunnel.of(new double[] {0, 1}, new double[] {0.1, 0.1});

    assertThat(funnel.status()).isEqualTo(Status.TOO_FEW);
    assertThat(funnel.probabilities()).containsExactly(1, 1);
  }
}
