package org.evenstar.stats.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenstar.stats.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CrossCheckTest {

  private static final String UNEQUAL = "04d-mfrm-sparse-regional-quality";

  /**
   * TAM's 49 nodes are a third of a logit apart, wider than the posterior of an institution with
   * 120 ratings; on finer nodes the likelihood is higher, and where few institutions are linked
   * severities move by up to 0.01.
   */
  @ParameterizedTest
  @CsvSource({
    "04a-mfrm-rating-scale-small, 0.005",
    "04b-mfrm-partial-credit-small, 0.005",
    "04c-mfrm-sparse-5pct-linked, 0.01",
    "04d-mfrm-sparse-regional-quality, 0.01",
    "04f-mfrm-body3-severe-on-domain-D2, 0.005"
  })
  void marginalLikelihoodWithOnePriorReachesAtLeastTamsMaximum(String name, double tolerance) {
    JsonNode tam = new ReferenceCase(name).expected().get("TAM_common_prior");

    MarginalFit marginal =
        MarginalRasch.estimate(fit(name), new int[WideCase.read(name).institutions()]);

    assertThat(marginal.isConverged()).isTrue();
    assertThat(-2 * marginal.logLikelihood()).isLessThan(tam.get("deviance").asDouble());
    double[] severity = centred(ReferenceCase.numbers(tam.get("body")));
    for (int body = 0; body < 6; body++) {
      assertThat(marginal.parameters().severity(body)).isCloseTo(severity[body], within(tolerance));
      double error = tam.get("body_se_full_information").get(body).asDouble();
      assertThat(marginal.bodyErrors().get(body)).isCloseTo(error, within(0.01 * error));
    }
  }

  @Test
  void marginalLikelihoodWithRegionsEqualsTamsRegression() {
    JsonNode tam = new ReferenceCase(UNEQUAL).expected().get("TAM_home_region_regression");

    MarginalFit marginal = MarginalRasch.estimate(fit(UNEQUAL), homes());

    double[] severity = centred(ReferenceCase.numbers(tam.get("body")));
    for (int body = 0; body < 6; body++) {
      assertThat(marginal.parameters().severity(body)).isCloseTo(severity[body], within(0.005));
    }
  }

  @Test
  void correctedJointLikelihoodEqualsImmer() {
    JsonNode immer =
        new ReferenceCase("04a-mfrm-rating-scale-small").expected().get("immer_jml_bc");

    RaschParameters joint =
        JointRasch.estimate(WideCase.read("04a-mfrm-rating-scale-small"), SeverityOptions.DEFAULT)
            .orElseThrow();

    for (int body = 0; body < 6; body++) {
      assertThat(joint.severity(body))
          .isCloseTo(immer.get("body").get(body).asDouble(), within(0.001));
    }
  }

  @Test
  void onePriorWhereRegionsDifferIsWarnedOf() {
    SeverityData data = WideCase.read(UNEQUAL);

    CrossCheck onePrior =
        CrossCheck.of(
            data, SeverityOptions.DEFAULT, fit(UNEQUAL), new int[data.institutions()], 0.03);
    CrossCheck byRegion = CrossCheck.of(data, SeverityOptions.DEFAULT, fit(UNEQUAL), homes(), 0.03);

    assertThat(onePrior.rows()).anyMatch(CrossCheck.Row::marginalDisagrees);
    assertThat(byRegion.disagrees()).isFalse();
  }

  private static RaschFit fit(String name) {
    RaschModel model =
        name.contains("partial-credit") ? RaschModel.PARTIAL_CREDIT : RaschModel.RATING_SCALE;
    return ConditionalRasch.estimate(WideCase.read(name), SeverityOptions.DEFAULT.with(model))
        .fit()
        .orElseThrow();
  }

  private static int[] homes() {
    double[] institution = new ReferenceCase(UNEQUAL).column("input.csv", "institution");
    double[] home = new ReferenceCase(UNEQUAL).column("input.csv", "home");
    int[] homes = new int[600];
    for (int row = 0; row < home.length; row++) {
      homes[(int) institution[row] - 1] = (int) home[row] - 1;
    }
    return homes;
  }

  private static double[] centred(double[] values) {
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    return java.util.Arrays.stream(values).map(value -> value - mean).toArray();
  }
}
