package org.evenstar.stats.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.evenstar.stats.ReferenceCase;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;

class FunnelTest {

  private static final ReferenceCase RATIOS = new ReferenceCase("05a-funnel-oe");
  private static final ReferenceCase MEANS = new ReferenceCase("05b-funnel-means");
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void shmiFunnelIsThatOfFunnelPlotR() {
    String rows = "expected-shmi-rows.csv";
    double[] expected = RATIOS.column(rows, "denominator");

    RatioFunnel funnel =
        RatioFunnel.of(RATIOS.column(rows, "numerator"), expected, RatioMethod.SHMI);

    assertThat(funnel.overDispersion().phi()).isCloseTo(1.36000652795691, CLOSE);
    assertThat(funnel.overDispersion().tau2()).isCloseTo(0.0126741824668267, CLOSE);
    assertThat(funnel.z()).containsExactly(RATIOS.column(rows, "Uzscore"), CLOSE);
    assertThat(funnel.limits().lower95()).containsExactly(RATIOS.column(rows, "OD95LCL"), CLOSE);
    assertThat(funnel.limits().upper95()).containsExactly(RATIOS.column(rows, "OD95UCL"), CLOSE);
    assertThat(funnel.limits().lower998()).containsExactly(RATIOS.column(rows, "OD99LCL"), CLOSE);
    assertThat(funnel.limits().upper998()).containsExactly(RATIOS.column(rows, "OD99UCL"), CLOSE);
    assertThat(funnel.poisson().lower95()).containsExactly(RATIOS.column(rows, "LCL95"), CLOSE);
    assertThat(funnel.poisson().upper95()).containsExactly(RATIOS.column(rows, "UCL95"), CLOSE);
    assertThat(funnel.poisson().lower998()).containsExactly(RATIOS.column(rows, "LCL99"), CLOSE);
    assertThat(funnel.poisson().upper998()).containsExactly(RATIOS.column(rows, "UCL99"), CLOSE);
    assertThat(Arrays.stream(funnel.positions()).filter(Position::isBeyond998)).hasSize(16);
  }

  @Test
  void shmiOverDispersionWithoutRoundingTheExpectation() {
    RatioFunnel funnel =
        RatioFunnel.of(
            RATIOS.column("input.csv", "observed"),
            RATIOS.column("input.csv", "expected"),
            RatioMethod.SHMI);

    assertThat(funnel.overDispersion().phi()).isCloseTo(1.36027693271314, CLOSE);
    assertThat(funnel.overDispersion().tau2()).isCloseTo(0.0126834368170611, CLOSE);
  }

  @Test
  void cqcFunnelHasThePeersDispersionButItsLimitsAreSquaredBack() {
    String rows = "expected-cqc-rows.csv";

    RatioFunnel funnel =
        RatioFunnel.of(
            RATIOS.column(rows, "numerator"), RATIOS.column(rows, "denominator"), RatioMethod.CQC);

    assertThat(funnel.overDispersion().phi()).isCloseTo(2.21359580594826, CLOSE);
    assertThat(funnel.overDispersion().tau2()).isCloseTo(0.0095321655840015, CLOSE);
    assertThat(funnel.z()).containsExactly(RATIOS.column(rows, "Uzscore"), CLOSE);
    assertThat(funnel.tamedZ()).containsExactly(RATIOS.column(rows, "Wuzscore"), CLOSE);
    double rootScale = RATIOS.column(rows, "OD99UCL")[0];
    assertThat(funnel.limits().upper998()[0]).isCloseTo(rootScale * rootScale, CLOSE);
    assertThat(Arrays.stream(funnel.positions()).filter(Position::isBeyond998)).hasSize(9);
  }

  @Test
  void aCountOfZeroHasAFiniteZAndARatioOfZero() {
    RatioFunnel funnel =
        RatioFunnel.of(new double[] {0, 10, 12, 9}, new double[] {9, 10, 10, 10}, RatioMethod.SHMI);

    assertThat(funnel.ratios()[0]).isZero();
    assertThat(funnel.z()[0]).isCloseTo(3 * Math.log(0.5 / 9), within(1e-12));
    assertThatThrownBy(() -> RatioFunnel.of(new double[] {1}, new double[] {0}, RatioMethod.SHMI))
        .hasMessage(
            "Cannot draw unit with '1.0 observed, 0.0 expected': observed is at least 0 and"
                + " expected above 0; leave the unit out and say why");
  }

  @Test
  void funnelOfMeansFollowsSpiegelhalter() {
    double[] errors = errors();

    MeansFunnel funnel = MeansFunnel.of(MEANS.column("input.csv", "mean"), errors);

    Offset<Double> close = within(1e-10);
    String rows = "expected-rows.csv";
    assertThat(funnel.target()).isCloseTo(3.41772744777015, close);
    assertThat(funnel.overDispersion().phi()).isCloseTo(2.4623452554065, close);
    assertThat(funnel.overDispersion().tau2()).isCloseTo(0.00968417973207898, close);
    assertThat(funnel.z()).containsExactly(MEANS.column(rows, "z"), close);
    assertThat(funnel.winsorisedZ()).containsExactly(MEANS.column(rows, "z_winsor"), close);
    assertThat(funnel.limits().lower95()).containsExactly(MEANS.column(rows, "lo95"), close);
    assertThat(funnel.limits().upper998()).containsExactly(MEANS.column(rows, "hi998"), close);
    assertThat(funnel.multiplicativeLimits().lower95())
        .containsExactly(MEANS.column(rows, "lo95_phi"), close);
    assertThat(funnel.adjustedZ()).containsExactly(MEANS.column(rows, "z_adj"), close);
    assertThat(funnel.probabilities())
        .containsExactly(ReferenceCase.numbers(MEANS.expected().get("p_two_sided_adj")), close);
  }

  @Test
  void aChangeOfUnitFlagsTheSameNames() {
    double[] means = MEANS.column("input.csv", "mean");
    double[] errors = errors();

    MeansFunnel points = MeansFunnel.of(means, errors);
    MeansFunnel thousandths =
        MeansFunnel.of(
            Arrays.stream(means).map(x -> 1000 * x).toArray(),
            Arrays.stream(errors).map(x -> 1000 * x).toArray());

    assertThat(thousandths.positions()).isEqualTo(points.positions());
  }

  @Test
  void noUnitAndOneUnitHaveAStatus() {
    assertThat(MeansFunnel.of(new double[0], new double[0]).status()).isEqualTo(Status.NO_DATA);
    MeansFunnel one = MeansFunnel.of(new double[] {3}, new double[] {0.1});
    assertThat(one.status()).isEqualTo(Status.TOO_FEW);
    assertThat(one.positions()).containsExactly(Position.INSIDE);
    assertThat(RatioFunnel.of(new double[] {3}, new double[] {2}, RatioMethod.SHMI).status())
        .isEqualTo(Status.TOO_FEW);
  }

  @Test
  void bodiesAreComparedOnlyInStrataTheyShare() {
    int[] bodies = {0, 0, 0, 1, 1, 1, 2};
    int[] strata = {0, 0, 1, 0, 0, 1, 2};
    double[] scores = {4, 6, 9, 2, 4, 7, 1};

    StrataExpectation expectation = StrataExpectation.of(bodies, strata, scores, 3, 3);

    assertThat(expectation.n()).containsExactly(3, 3, 0);
    assertThat(expectation.observed()[0] - expectation.expected()[0]).isCloseTo(1, within(1e-12));
    assertThat(expectation.observed()[1] - expectation.expected()[1]).isCloseTo(-1, within(1e-12));
    assertThat(expectation.sharedShare(2)).isZero();
    // Pooled within variance 4/3 (two cells of two, one degree each, and no other).
    assertThat(expectation.errors()[0]).isCloseTo(Math.sqrt(2 * 1.5) / 3, within(1e-12));
  }

  @Test
  void starsRegressOnCaseMixAsInPolrAndGlm() {
    ReferenceCase stars = new ReferenceCase("05c-ordinal-regression");
    double[] x1 = stars.column("input.csv", "x1");
    double[] x2 = stars.column("input.csv", "x2");
    double[] star = stars.column("input.csv", "star");
    double[][] x = new double[x1.length][];
    int[] y = new int[x1.length];
    int[] isTop = new int[x1.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {x1[i], x2[i]};
      y[i] = (int) star[i] - 1;
      isTop[i] = star[i] == 3 ? 1 : 0;
    }

    OrdinalRegression ordinal = OrdinalRegression.fit(x, y, 3);
    OrdinalRegression logistic = OrdinalRegression.fit(x, isTop, 2);

    assertThat(ordinal.slopes())
        .containsExactly(
            ReferenceCase.numbers(stars.expected().get("polr").get("slopes")), within(1e-5));
    assertThat(ordinal.thresholds())
        .containsExactly(
            ReferenceCase.numbers(stars.expected().get("polr").get("thresholds")), within(1e-5));
    assertThat(ordinal.slopeErrors()[0])
        .isCloseTo(stars.expected().get("polr").get("se").get(0).asDouble(), within(1e-5));
    assertThat(-logistic.thresholds()[0])
        .isCloseTo(stars.expected().get("glm").get("coef").get(0).asDouble(), within(1e-8));
    assertThat(logistic.slopes()[1])
        .isCloseTo(stars.expected().get("glm").get("coef").get(2).asDouble(), within(1e-8));
    assertThat(logistic.slopeErrors()[1])
        .isCloseTo(stars.expected().get("glm").get("se").get(2).asDouble(), within(1e-8));
    assertThat(Arrays.stream(ordinal.probabilities(new double[] {0.3, 1})).sum())
        .isCloseTo(1, within(1e-15));
  }

  @Test
  void separatedCollinearAndEmptyDataHaveAStatus() {
    double[][] one = {{0}, {1}, {2}, {3}};
    double[][] twice = {{0, 0}, {1, 2}, {2, 4}, {3, 6}};

    assertThat(OrdinalRegression.fit(one, new int[] {0, 0, 1, 1}, 2).status())
        .isEqualTo(Status.UNBOUNDED);
    assertThat(OrdinalRegression.fit(twice, new int[] {0, 1, 0, 1}, 2).status())
        .isEqualTo(Status.NOT_IDENTIFIED);
    assertThat(OrdinalRegression.fit(one, new int[] {0, 0, 0, 0}, 2).status())
        .isEqualTo(Status.TOO_FEW);
    assertThat(OrdinalRegression.fit(new double[0][], new int[0], 2).status())
        .isEqualTo(Status.NO_DATA);
  }

  private static double[] errors() {
    double[] n = MEANS.column("input.csv", "n");
    double[] sd = MEANS.column("input.csv", "sd");
    double[] errors = new double[n.length];
    List<String> units = MEANS.texts("input.csv", "unit");
    for (int i = 0; i < units.size(); i++) {
      errors[i] = sd[i] / Math.sqrt(n[i]);
    }
    return errors;
  }
}
