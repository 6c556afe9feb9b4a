package org.evenstar.stats.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenstar.stats.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Against exact conditional maximum likelihood, computed in R by polynomial convolution (cases' own
 * README). The tolerances are the README's: 0.001 logit and 0.5 % of the standard error.
 */
class ConditionalRaschReferenceTest {

  private static final String MISSING = "04g-mfrm-missing-ratings";

  @ParameterizedTest
  @CsvSource({
    "04a-mfrm-rating-scale-small, AUTOMATIC",
    "04c-mfrm-sparse-5pct-linked, AUTOMATIC",
    "04d-mfrm-sparse-regional-quality, AUTOMATIC",
    "04f-mfrm-body3-severe-on-domain-D2, AUTOMATIC",
    "04a-mfrm-rating-scale-small, SADDLE_POINT",
    "04c-mfrm-sparse-5pct-linked, SADDLE_POINT",
    "04d-mfrm-sparse-regional-quality, SADDLE_POINT",
    "04f-mfrm-body3-severe-on-domain-D2, SADDLE_POINT",
    "04c-mfrm-sparse-5pct-linked, EXACT",
    "04d-mfrm-sparse-regional-quality, EXACT"
  })
  void severitiesDifficultiesAndThresholdsEqualExactConditionalLikelihood(
      String name, Normaliser normaliser) {
    JsonNode expected = new ReferenceCase(name).json("expected-exact-cml.json");
    double tolerance = tolerance(normaliser);

    RaschFit fit = fit(name, SeverityOptions.DEFAULT.with(normaliser));

    assertSeverities(fit, expected, "body", tolerance);
    assertSeverityErrors(fit, expected.get("body_se"));
    assertDifficulties(fit, expected.get("item"), tolerance);
    assertThresholds(fit, expected.get("thresholds"), tolerance);
  }

  @ParameterizedTest
  @CsvSource({"AUTOMATIC, 0.0001", "SADDLE_POINT, 0.0001", "EXACT, 5e-6"})
  void singleMissingRatingsBiasNothing(Normaliser normaliser, double tolerance) {
    JsonNode expected = new ReferenceCase(MISSING).expected().get("exact_cml");

    RaschFit fit = fit(MISSING, SeverityOptions.DEFAULT.with(normaliser));

    assertSeverities(fit, expected, "body", tolerance);
    assertSeverityErrors(fit, expected.get("body_se"));
    assertDifficulties(fit, expected.get("item"), tolerance);
    for (int item = 0; item < 20; item++) {
      double error = expected.get("item_se").get(item).asDouble();
      assertThat(fit.indicators().get(item).standardError())
          .isCloseTo(error, within(0.005 * error));
    }
  }

  @Test
  void informativeInstitutionsAreThoseTheReferenceUsed() {
    assertThat(fit(MISSING, SeverityOptions.DEFAULT).informativeInstitutions()).isEqualTo(120);
  }

  @Test
  void partialCreditEqualsImmer() {
    JsonNode immer = new ReferenceCase("04b-mfrm-partial-credit-small").expected().get("immer_cml");

    RaschFit fit =
        fit(
            "04b-mfrm-partial-credit-small",
            SeverityOptions.DEFAULT.with(RaschModel.PARTIAL_CREDIT));

    assertSeverities(fit, immer, "body", 0.0005);
    assertSeverityErrors(fit, immer.get("body_se"));
    for (int item = 0; item < 20; item++) {
      for (int step = 0; step < 2; step++) {
        String name = "I%02d:step%d".formatted(item + 1, step + 1);
        assertThat(fit.parameters().threshold(item, step))
            .as(name)
            .isCloseTo(immer.get("parameters").get(name).asDouble(), within(0.005));
      }
    }
  }

  @Test
  void severitiesDifficultiesAndThresholdsEachSumToZero() {
    RaschFit fit = fit("04c-mfrm-sparse-5pct-linked", SeverityOptions.DEFAULT);

    assertThat(fit.bodies().stream().mapToDouble(BodyEstimate::severity).sum())
        .isCloseTo(0, within(1e-9));
    assertThat(fit.indicators().stream().mapToDouble(IndicatorEstimate::difficulty).sum())
        .isCloseTo(0, within(1e-9));
    assertThat(fit.thresholds().stream().mapToDouble(ThresholdEstimate::threshold).sum())
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void theBitsDoNotDependOnTheNumberOfThreads() {
    SeverityData data = WideCase.read(MISSING);
    RaschFit one = fitted(data, SeverityOptions.DEFAULT);
    RaschFit four = fitted(data, SeverityOptions.DEFAULT.withThreads(4));

    assertThat(four.bodies()).isEqualTo(one.bodies());
    assertThat(four.indicators()).isEqualTo(one.indicators());
    assertThat(four.thresholds()).isEqualTo(one.thresholds());
    assertThat(four.logLikelihood()).isEqualTo(one.logLikelihood());
  }

  @Test
  void newtonNeedsFewSteps() {
    assertThat(fit("04c-mfrm-sparse-5pct-linked", SeverityOptions.DEFAULT).iterations())
        .isLessThan(12);
  }

  private static double tolerance(Normaliser normaliser) {
    return normaliser == Normaliser.EXACT ? 5e-6 : 0.0002;
  }

  private static RaschFit fit(String name, SeverityOptions options) {
    return fitted(WideCase.read(name), options);
  }

  private static RaschFit fitted(SeverityData data, SeverityOptions options) {
    SeverityResult result = ConditionalRasch.estimate(data, options);
    assertThat(result.status()).isEqualTo(SeverityStatus.IDENTIFIED);
    return result.fit().orElseThrow();
  }

  private static void assertSeverities(
      RaschFit fit, JsonNode expected, String key, double tolerance) {
    for (int body = 0; body < 6; body++) {
      assertThat(fit.bodies().get(body).severity())
          .as("severity of body %d", body + 1)
          .isCloseTo(expected.get(key).get(body).asDouble(), within(tolerance));
    }
  }

  private static void assertSeverityErrors(RaschFit fit, JsonNode expected) {
    for (int body = 0; body < 6; body++) {
      double error = expected.get(body).asDouble();
      assertThat(fit.bodies().get(body).standardError())
          .as("standard error of body %d", body + 1)
          .isCloseTo(error, within(0.005 * error));
    }
  }

  private static void assertDifficulties(RaschFit fit, JsonNode expected, double tolerance) {
    for (int item = 0; item < expected.size(); item++) {
      assertThat(fit.indicators().get(item).difficulty())
          .as("difficulty of indicator %d", item + 1)
          .isCloseTo(expected.get(item).asDouble(), within(tolerance));
    }
  }

  private static void assertThresholds(RaschFit fit, JsonNode expected, double tolerance) {
    for (int step = 0; step < expected.size(); step++) {
      assertThat(fit.thresholds().get(step).threshold())
          .as("threshold %d", step + 1)
          .isCloseTo(expected.get(step).asDouble(), within(tolerance));
    }
  }
}
