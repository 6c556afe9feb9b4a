package org.evenstar.stats.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OthersFunnelTest {
  private static final int RUNS = Integer.getInteger("evenstar.draws", 250);

  @Test
  void aUnitIsHeldToTheSpreadOfTheOthersAlone() {
    double[] values = {0.01, -0.02, 0.00, 0.02, -0.01, 0.30};
    double[] errors = {0.02, 0.02, 0.02, 0.02, 0.02, 0.02};

    OthersFunnel funnel = OthersFunnel.of(values, errors);

    // The others' mean is 0 and they vary less than chance; five cannot show that they never do.
    assertThat(funnel.differences()[5]).isCloseTo(0.30, within(1e-12));
    assertThat(funnel.probabilities()[5]).isBetween(1e-6, 1e-3);
    assertThat(funnel.reaches()[5]).isBetween(1.96 * 0.02 * Math.sqrt(1.2), 0.10);
    assertThat(funnel.probabilities()[0]).isGreaterThan(0.3);
  }

  @Test
  void whereTheOthersVaryFarBeyondChanceItIsStudentsT() {
    double[] values = {0, 1, 2, 4};
    double[] errors = {1e-4, 1e-4, 1e-4, 1e-4};

    OthersFunnel funnel = OthersFunnel.of(values, errors);

    // t = 3 / sqrt(4/3) = 2.598 on 2 degrees of freedom: 1 - t / sqrt(2 + t²).
    assertThat(funnel.differences()[3]).isCloseTo(3, within(1e-9));
    assertThat(funnel.probabilities()[3]).isCloseTo(1 - Math.sqrt(6.75 / 8.75), within(1e-3));
    assertThat(funnel.reaches()[3]).isCloseTo(4.302652729911275 * Math.sqrt(4.0 / 3), within(0.02));
  }

  @ParameterizedTest(name = "{0} bodies, errors {2}, true spread {1}")
  @CsvSource({
    "4, 0, alike",
    "4, 1, alike",
    "4, 1, unlike",
    "4, 3, unlike",
    "6, 0, alike",
    "6, 0.5, unlike",
    "6, 1, unlike",
    "6, 3, alike",
    "10, 1, unlike"
  })
  void fewBodiesSeldomStandApartWhateverTheirTrueSpread(int bodies, double spread, String errors) {
    Random random = new Random(1);
    double[] p = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      double[] values = new double[bodies];
      double[] s = new double[bodies];
      for (int i = 0; i < bodies; i++) {
        s[i] = errors.equals("alike") ? 1 : Math.exp(0.7 * random.nextGaussian());
        values[i] = random.nextGaussian() * Math.hypot(spread, s[i]);
      }
      p[run] = OthersFunnel.of(values, s).probabilities()[0];
    }

    System.out.printf(
        "%d bodies, spread %.1f, errors %s: below 0.05 %.4f, below 0.001 %.5f%n",
        bodies, spread, errors, share(p, 0.05), share(p, 0.001));
    assertThat(share(p, 0.05)).isLessThan(0.06 + 3 * Math.sqrt(0.05 / RUNS));
    assertThat(share(p, 0.001)).isLessThan(0.002 + 4 * Math.sqrt(0.001 / RUNS));
  }

  @Test
  void partsShareOneSpreadSoThatMoreIsKnownOfIt() {
    Random random = new Random(2);
    int parts = 5;
    double[][] values = new double[parts][6];
    double[][] errors = new double[parts][6];
    for (double[] row : errors) {
      Arrays.fill(row, 0.02);
    }
    for (double[] row : values) {
      Arrays.setAll(row, i -> 0.02 * random.nextGaussian());
    }
    values[2][4] = 0.20;

    List<OthersFunnel> funnels = OthersFunnel.ofParts(values, errors, known(values));

    double alone = OthersFunnel.of(values[2], errors[2]).probabilities()[4];
    assertThat(funnels.get(2).probabilities()[4]).isLessThan(alone / 20).isLessThan(1e-4);
    assertThat(funnels.get(0).probabilities()[1]).isGreaterThan(0.01);
  }

  @Test
  void aUnitWithoutAPartIsLeftOutOfIt() {
    double[][] values = {{0, 0.1, -0.1, 5}, {0, 0.1, -0.1, 0}};
    double[][] errors = {{0.1, 0.1, 0.1, 0}, {0.1, 0.1, 0.1, 0.1}};

    List<OthersFunnel> funnels = OthersFunnel.ofParts(values, errors, known(values));

    assertThat(funnels.get(0).probabilities()[3]).isEqualTo(1);
    assertThat(funnels.get(0).centres()[0]).isCloseTo(0, within(1e-9));
  }

  @Test
  void hundredsOfUnitsAreHeldToTheMomentEstimate() {
    double[] values = new double[400];
    double[] errors = new double[400];
    Arrays.setAll(values, i -> i % 2);
    Arrays.fill(errors, 0.1);
    values[0] = 3;

    OthersFunnel funnel = OthersFunnel.of(values, errors);

    // The others are 0 and 1 by halves: variance 0.25.
    assertThat(funnel.reaches()[0]).isCloseTo(1.96 * 0.5, within(0.01));
    assertThat(funnel.probabilities()[0]).isLessThan(1e-5);
  }

  @Test
  void twoUnitsCannotTellWhichOfThemStandsApart() {
    OthersFunnel funnel = OthersFunnel.of(new double[] {0, 1}, new double[] {0.1, 0.1});

    assertThat(funnel.status()).isEqualTo(Status.TOO_FEW);
    assertThat(funnel.probabilities()).containsExactly(1, 1);
  }

  @Test
  void anErrorFromFewDossiersIsHeldToStudentsT() {
    double[][] values = {{3, 0, 0, 0, 0, 0}};
    double[][] errors = {{1, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3}};
    double[][] degrees = {{9, 99, 99, 99, 99, 99}};

    OthersFunnel funnel = OthersFunnel.ofParts(values, errors, degrees).get(0);

    // The others stand at 0 and do not vary: t = 3 and the 0.975 quantile on 9 degrees of freedom.
    assertThat(funnel.probabilities()[0]).isCloseTo(0.014956, within(2e-4));
    assertThat(funnel.reaches()[0]).isCloseTo(2.262157, within(5e-3));
  }

  private static double[][] known(double[][] values) {
    double[][] known = new double[values.length][values[0].length];
    Arrays.stream(known).forEach(row -> Arrays.fill(row, Double.POSITIVE_INFINITY));
    return known;
  }

  private static double share(double[] p, double below) {
    return Arrays.stream(p).filter(one -> one < below).count() / (double) p.length;
  }
}
