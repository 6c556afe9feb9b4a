package org.evenstar.stats.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.evenstar.stats.Interval;
import org.evenstar.stats.ReferenceCase;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class VarianceComponentsTest {

  private static final List<String> TERMS = List.of("institution", "body", "indicator");

  @ParameterizedTest
  @ValueSource(strings = {"03a-balanced-variance-components", "03b-unbalanced-variance-components"})
  void crossedComponentsAreThoseOfLme4(String name) {
    ReferenceCase scores = new ReferenceCase(name);
    JsonNode expected = scores.expected().get("crossed_random");

    VarianceComponents fit =
        VarianceComponents.fit(scores.column("input.csv", "score"), factors(scores));

    assertThat(fit.status()).isEqualTo(Status.OK);
    assertThat(fit.criterion()).isCloseTo(expected.get("REMLcrit").asDouble(), within(1e-5));
    assertThat(fit.means()[0])
        .isCloseTo(expected.get("fixef").get("(Intercept)").asDouble(), within(1e-4));
    double error = expected.get("fixef_se").get("(Intercept)").asDouble();
    assertThat(fit.meanErrors()[0]).isCloseTo(error, within(1e-3 * error));
    for (int term = 0; term < 3; term++) {
      double variance = expected.get("varcomp").get(TERMS.get(term)).asDouble();
      assertThat(fit.variances()[term]).isCloseTo(variance, within(1e-4 * variance));
      for (int level = 0; level < fit.effects()[term].length; level++) {
        JsonNode blup = expected.get("blup").get(TERMS.get(term)).get(level);
        assertThat(fit.effects()[term][level]).isCloseTo(blup.get("blup").asDouble(), within(1e-4));
        assertThat(fit.effectErrors()[term][level])
            .isCloseTo(blup.get("cond_se").asDouble(), within(1e-3));
      }
    }
    double residual = expected.get("varcomp").get("Residual").asDouble();
    assertThat(fit.variances()[3]).isCloseTo(residual, within(1e-4 * residual));
  }

  @Test
  void balancedComponentsAreTheClosedForm() {
    ReferenceCase scores = new ReferenceCase("03a-balanced-variance-components");
    JsonNode squares = scores.expected().get("anova_balanced");
    double residual = squares.get("Residuals").asDouble();

    VarianceComponents fit =
        VarianceComponents.fit(scores.column("input.csv", "score"), factors(scores));

    // 60 institutions × 6 bodies × 8 indicators.
    double institution = (squares.get("institution").asDouble() - residual) / 48;
    double body = (squares.get("body").asDouble() - residual) / 480;
    double indicator = (squares.get("indicator").asDouble() - residual) / 360;
    assertThat(fit.variances())
        .containsExactly(new double[] {institution, body, indicator, residual}, within(1e-9));
    double sum = institution + body + indicator + residual;
    assertThat(fit.shares()[1]).isCloseTo(body / sum, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"03a-balanced-variance-components", "03b-unbalanced-variance-components"})
  void fixedBodiesHaveEffectsThatSumToZero(String name) {
    ReferenceCase scores = new ReferenceCase(name);
    JsonNode expected = scores.expected().get("body_fixed_sum_to_zero");
    List<Factor> factors = factors(scores);

    VarianceComponents fit =
        VarianceComponents.fit(
            scores.column("input.csv", "score"),
            List.of(factors.get(0), factors.get(2)),
            factors.get(1));

    assertThat(fit.criterion()).isCloseTo(expected.get("REMLcrit").asDouble(), within(1e-5));
    for (int body = 0; body < 6; body++) {
      double error = expected.get("se").get(body).asDouble();
      assertThat(fit.fixedEffects()[body])
          .isCloseTo(expected.get("effect").get(body).asDouble(), within(1e-4));
      assertThat(fit.fixedEffectErrors()[body]).isCloseTo(error, within(1e-3 * error));
    }
  }

  @Test
  void profileIntervalsAreNearThoseOfLme4() {
    ReferenceCase scores = new ReferenceCase("03b-unbalanced-variance-components");
    JsonNode expected = scores.expected().get("profile_ci_sd");

    List<Interval> intervals =
        VarianceComponents.profileIntervals(
            scores.column("input.csv", "score"), factors(scores), 0.95);

    // lme4 orders by number of levels: institution, indicator, body, residual.
    int[] ours = {0, 2, 1, 3};
    for (int i = 0; i < 4; i++) {
      Interval interval = intervals.get(ours[i]);
      double lower = expected.get(i).get("2.5 %").asDouble();
      double upper = expected.get(i).get("97.5 %").asDouble();
      // lme4 interpolates its profile with splines.
      assertThat(interval.lower()).isCloseTo(lower, within(2e-3 * lower));
      assertThat(interval.upper()).isCloseTo(upper, within(2e-3 * upper));
    }
  }

  @Test
  void interactionsAreThoseOfLme4() {
    ReferenceCase scores = new ReferenceCase("03c-variance-components-interactions");
    JsonNode expected = scores.expected();
    List<Factor> main = factors(scores);
    Factor p = main.get(0);
    Factor b = main.get(1);
    Factor k = main.get(2);
    List<Factor> terms = List.of(p.with(k), p.with(b), p, b.with(k), k, b);

    VarianceComponents fit = VarianceComponents.fit(scores.column("input.csv", "score"), terms);

    assertThat(fit.criterion()).isCloseTo(expected.get("REMLcrit").asDouble(), within(1e-5));
    assertThat(fit.means()[0]).isCloseTo(expected.get("mean").asDouble(), within(1e-4));
    double[] variances = ReferenceCase.numbers(expected.get("variances"));
    for (int term = 0; term < variances.length; term++) {
      assertThat(fit.variances()[term])
          .as(expected.get("terms").get(term).asString())
          .isCloseTo(variances[term], within(1e-3 * variances[term]));
    }
    assertThat(fit.effects()[5])
        .containsExactly(ReferenceCase.numbers(expected.get("body_blup")), within(2e-3));
    assertThat(fit.effectErrors()[5])
        .containsExactly(ReferenceCase.numbers(expected.get("body_cond_se")), within(1e-3));
  }

  @Test
  void interactionsAreRecovered() {
    long seed = 17;
    SplittableRandom random = new SplittableRandom(seed);
    int institutions = 150;
    int bodies = 6;
    int indicators = 10;
    int n = institutions * bodies * indicators;
    int[] institution = new int[n];
    int[] body = new int[n];
    int[] indicator = new int[n];
    for (int i = 0; i < n; i++) {
      institution[i] = i / (bodies * indicators);
      body[i] = i / indicators % bodies;
      indicator[i] = i % indicators;
    }
    Factor p = Factor.of("institution", institution);
    Factor b = Factor.of("body", body);
    Factor k = Factor.of("indicator", indicator);
    List<Factor> terms = List.of(p, b, k, p.with(b), p.with(k), b.with(k));
    double[] truth = {36, 4, 9, 6, 5, 3, 25};
    double[] y = new double[n];
    for (int term = 0; term < terms.size(); term++) {
      double[] effects = new double[terms.get(term).levels()];
      for (int level = 0; level < effects.length; level++) {
        effects[level] = Math.sqrt(truth[term]) * random.nextGaussian();
      }
      for (int i = 0; i < n; i++) {
        y[i] += effects[terms.get(term).codes()[i]];
      }
    }
    for (int i = 0; i < n; i++) {
      y[i] += 5 * random.nextGaussian();
    }

    VarianceComponents fit = VarianceComponents.fit(y, terms);

    assertThat(fit.status()).isEqualTo(Status.OK);
    assertThat(fit.variances()[3]).as("seed %d", seed).isCloseTo(6, within(1.2));
    assertThat(fit.variances()[4]).as("seed %d", seed).isCloseTo(5, within(1.0));
    assertThat(fit.variances()[5]).as("seed %d", seed).isCloseTo(3, within(2.0));
    assertThat(fit.variances()[6]).as("seed %d", seed).isCloseTo(25, within(1.3));
  }

  @Test
  void aFactorThatExplainsNothingHasVarianceZero() {
    int n = 400;
    int[] institution = new int[n];
    int[] body = new int[n];
    double[] y = new double[n];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < n; i++) {
      institution[i] = i / 4;
      body[i] = i % 4;
      y[i] = institution[i] % 7 + random.nextGaussian();
    }
    // Every body has the same mean: less than chance alone would give.
    for (int b = 0; b < 4; b++) {
      double mean = 0;
      for (int i = b; i < n; i += 4) {
        mean += y[i] / 100;
      }
      for (int i = b; i < n; i += 4) {
        y[i] -= mean;
      }
    }

    VarianceComponents fit =
        VarianceComponents.fit(
            y, List.of(Factor.of("institution", institution), Factor.of("body", body)));

    assertThat(fit.status()).isEqualTo(Status.OK);
    assertThat(fit.variances()[1]).isZero();
    assertThat(fit.effects()[1]).containsOnly(0);
    assertThat(fit.variances()[0]).isBetween(3.0, 5.5);
  }

  @Test
  void degenerateDataHaveAStatus() {
    Factor two = Factor.of("body", new int[] {0, 0, 1, 1});
    Factor all = Factor.of("dossier", new int[] {0, 1, 2, 3});

    assertThat(status(new double[0], Factor.of("body", new int[0]))).isEqualTo(Status.NO_DATA);
    assertThat(status(new double[] {1, 1, 1, 1}, two)).isEqualTo(Status.NO_VARIATION);
    assertThat(status(new double[] {1, 2, 3, 4}, all)).isEqualTo(Status.NOT_IDENTIFIED);
    assertThat(status(new double[] {1, 2}, Factor.of("body", new int[] {0, 1})))
        .isEqualTo(Status.TOO_FEW);
  }

  @Test
  void moreBodiesMakeALevelMoreReliable() {
    Generalisability study = new Generalisability(40, 8, 5, 4, 0, 0, 50);

    assertThat(study.relative(1, 20).orElseThrow()).isCloseTo(40 / 46.5, within(1e-12));
    assertThat(study.absolute(1, 20).orElseThrow()).isCloseTo(40 / 54.75, within(1e-12));
    assertThat(study.bodiesFor(0.85, 20)).hasValue(3);
    assertThat(study.bodiesFor(0.999, 20)).isEmpty();
    assertThat(new Generalisability(0, 0, 0, 0, 0, 0, 0).relative(1, 1)).isEmpty();
  }

  private static Status status(double[] y, Factor factor) {
    return VarianceComponents.fit(y, List.of(factor)).status();
  }

  private static List<Factor> factors(ReferenceCase scores) {
    return TERMS.stream()
        .map(
            term -> {
              List<String> labels = scores.texts("input.csv", term);
              List<String> sorted = labels.stream().distinct().sorted().toList();
              int[] codes = labels.stream().mapToInt(sorted::indexOf).toArray();
              return new Factor(term, codes, sorted.size());
            })
        .toList();
  }
}
