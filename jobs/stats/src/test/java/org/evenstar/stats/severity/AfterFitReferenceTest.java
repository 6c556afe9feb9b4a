package org.evenstar.stats.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.evenstar.stats.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Against the READMEs' formulas in R, at TAM's parameters, as the cases' CSV files are. */
class AfterFitReferenceTest {

  private static final int[] DOMAINS = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04a-mfrm-rating-scale-small",
        "04b-mfrm-partial-credit-small",
        "04c-mfrm-sparse-5pct-linked",
        "04d-mfrm-sparse-regional-quality",
        "04f-mfrm-body3-severe-on-domain-D2"
      })
  void locationsFitAndInteractionsEqualTheFormulas(String name) {
    AfterFit after = AfterFit.of(WideCase.read(name), tam(name), AfterFitOptions.DEFAULT);
    ReferenceCase reference = new ReferenceCase(name);

    double[] expectedLocations = reference.column("expected-institution-wle.csv", "wle");
    double[] locations = after.locations(99);
    for (int institution = 0; institution < expectedLocations.length; institution++) {
      assertThat(locations[institution]).isCloseTo(expectedLocations[institution], within(1e-6));
    }
    for (int body = 0; body < 6; body++) {
      assertFit(after.bodyFit(body), reference, "expected-fit-body.csv", body);
    }
    for (int item = 0; item < 20; item++) {
      assertFit(after.indicatorFit(item), reference, "expected-fit-item.csv", item);
    }
    assertInteractions(after.byDomain(4, DOMAINS), reference);
  }

  @Test
  void fairAveragesEqualTheFormula() {
    String name = "04a-mfrm-rating-scale-small";
    AfterFit after = AfterFit.of(WideCase.read(name), tam(name), AfterFitOptions.DEFAULT);

    double[] expected =
        ReferenceCase.numbers(new ReferenceCase(name).expected().get("fair_average_body"));
    for (int body = 0; body < 6; body++) {
      assertThat(after.fairAverage(body)).isCloseTo(expected[body], within(1e-6));
    }
  }

  @Test
  void theSummaryOfBodiesEqualsTheFormula() {
    JsonNode all = new ReferenceCase("04a-mfrm-rating-scale-small").expected();
    JsonNode tam = all.get("TAM_common_prior");
    JsonNode expected = all.get("facet_summary_from_TAM_body_and_full_SE");

    FacetSummary summary =
        FacetSummary.of(
            ReferenceCase.numbers(tam.get("body")),
            ReferenceCase.numbers(tam.get("body_se_full_information")));

    assertThat(summary.rmse()).isCloseTo(expected.get("rmse").asDouble(), within(1e-9));
    assertThat(summary.separation()).isCloseTo(expected.get("separation").asDouble(), within(1e-6));
    assertThat(summary.strata()).isCloseTo(expected.get("strata").asDouble(), within(1e-6));
    assertThat(summary.reliability())
        .isCloseTo(expected.get("reliability").asDouble(), within(1e-9));
    assertThat(summary.chiSquared()).isCloseTo(expected.get("fixed_chi2").asDouble(), within(1e-5));
    assertThat(summary.degreesOfFreedom()).isEqualTo(5);
  }

  @Test
  void aBodySevereOnOneDomainIsTheLargestInteraction() {
    SeverityData data = WideCase.read("04f-mfrm-body3-severe-on-domain-D2");
    RaschFit fit = ConditionalRasch.estimate(data, SeverityOptions.DEFAULT).fit().orElseThrow();

    List<Interaction> table = AfterFit.of(fit, AfterFitOptions.DEFAULT).byDomain(4, DOMAINS);

    Interaction largest =
        table.stream()
            .max(Comparator.comparingDouble(row -> Math.abs(row.estimate().orElse(0))))
            .orElseThrow();
    assertThat(largest.body()).isEqualTo(2);
    assertThat(largest.scope()).isEqualTo(1);
    assertThat(largest.estimate().orElseThrow()).isBetween(0.5, 0.65);
    assertThat(largest.t().orElseThrow()).isGreaterThan(10);
  }

  private static void assertFit(FitStatistics fit, ReferenceCase reference, String file, int row) {
    assertThat(fit.n()).isEqualTo((long) reference.column(file, "n")[row]);
    assertThat(fit.observedAverage())
        .isCloseTo(reference.column(file, "obs_avg")[row], within(1e-9));
    assertThat(fit.expectedAverage())
        .isCloseTo(reference.column(file, "exp_avg")[row], within(1e-5));
    assertThat(fit.infit()).isCloseTo(reference.column(file, "infit")[row], within(1e-5));
    assertThat(fit.outfit()).isCloseTo(reference.column(file, "outfit")[row], within(1e-5));
    assertThat(fit.infitZ()).isCloseTo(reference.column(file, "infit_z")[row], within(1e-5));
    assertThat(fit.outfitZ()).isCloseTo(reference.column(file, "outfit_z")[row], within(1e-5));
  }

  private static void assertInteractions(List<Interaction> table, ReferenceCase reference) {
    String file = "expected-bias-body-domain.csv";
    List<String> domains = reference.texts(file, "domain");
    for (int row = 0; row < domains.size(); row++) {
      int body = (int) reference.column(file, "body")[row] - 1;
      int domain = domains.get(row).charAt(1) - '1';
      Interaction found =
          table.stream()
              .filter(cell -> cell.body() == body && cell.scope() == domain)
              .findFirst()
              .orElseThrow();
      assertThat(found.n()).isEqualTo((long) reference.column(file, "n")[row]);
      assertThat(found.estimate().orElseThrow())
          .isCloseTo(reference.column(file, "bias")[row], within(1e-5));
      assertThat(found.standardError().orElseThrow())
          .isCloseTo(reference.column(file, "se")[row], within(1e-5));
      assertThat(found.t().orElseThrow()).isCloseTo(reference.column(file, "t")[row], within(2e-4));
      assertThat(found.observedLessExpected())
          .isCloseTo(reference.column(file, "obs_minus_exp_avg")[row], within(1e-5));
    }
  }

  /** TAM's parameters; with partial credit its last threshold is the negative sum of the others. */
  static RaschParameters tam(String name) {
    JsonNode tam = new ReferenceCase(name).expected().get("TAM_common_prior");
    boolean isShared = !name.contains("partial-credit");
    double[][] thresholds = new double[isShared ? 1 : 20][3];
    for (JsonNode parameter : tam.get("parameters")) {
      String label = parameter.get("parameter").asString();
      int at = label.indexOf("step");
      if (at >= 0) {
        int row = at == 0 ? 0 : Integer.parseInt(label.substring(1, 3)) - 1;
        thresholds[row][label.charAt(at + 4) - '1'] = parameter.get("xsi").asDouble();
      }
    }
    for (double[] row : thresholds) {
      row[2] = -row[0] - row[1];
    }
    return new RaschParameters(
        isShared ? RaschModel.RATING_SCALE : RaschModel.PARTIAL_CREDIT,
        ReferenceCase.numbers(tam.get("body")),
        ReferenceCase.numbers(tam.get("item")),
        thresholds);
  }
}
