package org.evenstar.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.ReferenceCase;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class AgreementTest {

  private static final ReferenceCase TWO = new ReferenceCase("01a-kappa-two-bodies");
  private static final ReferenceCase SIX = new ReferenceCase("01b-agreement-six-bodies-missing");
  private static final ReferenceCase EDGE = new ReferenceCase("01c-agreement-edge");

  private static final Map<Coefficient, String> KEYS =
      Map.of(
          Coefficient.PERCENT, "percent",
          Coefficient.GWET, "ac",
          Coefficient.FLEISS, "fleiss",
          Coefficient.CONGER, "conger",
          Coefficient.KRIPPENDORFF, "krippendorff",
          Coefficient.BRENNAN_PREDIGER, "brennan_prediger");

  private static final Map<Weights, String> WEIGHTS =
      Map.of(
          Weights.IDENTITY, "unweighted",
          Weights.LINEAR, "linear",
          Weights.QUADRATIC, "quadratic",
          Weights.ORDINAL, "ordinal");

  @ParameterizedTest
  @EnumSource(Coefficient.class)
  void coefficientsOfTwoAndOfSixBodiesAreThoseOfIrrCac(Coefficient coefficient) {
    for (ReferenceCase body : List.of(TWO, SIX)) {
      Ratings ratings = ratings(body.rows("input.csv"));
      for (Weights weights : Weights.values()) {
        JsonNode expected =
            body.expected()
                .get("irrCAC_raw_q5")
                .get(WEIGHTS.get(weights))
                .get(KEYS.get(coefficient));

        Agreement agreement = coefficient.of(ratings, weights, 0.95);

        String what = body.name() + " " + coefficient + " " + weights;
        double observed = expected.get("pa").asDouble();
        double chance = expected.get("pe").asDouble();
        assertThat(agreement.observed().orElseThrow()).as(what).isCloseTo(observed, within(1e-9));
        assertThat(agreement.expected().orElseThrow()).as(what).isCloseTo(chance, within(1e-9));
        Estimate estimate = agreement.estimate();
        assertThat(estimate.value().orElseThrow())
            .as(what)
            .isCloseTo((observed - chance) / (1 - chance), within(1e-9));
        // irrCAC rounds the error to 5 decimals and the interval to 3.
        assertThat(estimate.standardError().orElseThrow())
            .as(what)
            .isCloseTo(expected.get("se").asDouble(), within(6e-6));
        assertThat(estimate.interval().orElseThrow().lower())
            .as(what)
            .isCloseTo(expected.get("ci95_rounded3").get(0).asDouble(), within(6e-4));
        assertThat(estimate.interval().orElseThrow().upper())
            .as(what)
            .isCloseTo(expected.get("ci95_rounded3").get(1).asDouble(), within(6e-4));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"IDENTITY, unweighted", "LINEAR, linear", "QUADRATIC, quadratic"})
  void kappaHasIrrsTest(Weights weights, String irr) {
    JsonNode expected = TWO.expected().get("two_rater");

    CohenKappa kappa = CohenKappa.of(ratings(TWO.rows("input.csv")).table(0, 1), weights, 0.95);

    JsonNode test = expected.get("irr_kappa2").get(irr);
    Estimate estimate = kappa.agreement().estimate();
    assertThat(estimate.value().orElseThrow())
        .isCloseTo(test.get("kappa").asDouble(), within(1e-9));
    assertThat(kappa.z().orElseThrow()).isCloseTo(test.get("z").asDouble(), within(1e-9));
    assertThat(kappa.nullError().orElseThrow()).isCloseTo(test.get("se0").asDouble(), within(1e-9));
    assertThat(kappa.probability().orElseThrow()).isCloseTo(test.get("p").asDouble(), within(1e-9));
  }

  @Test
  void kappaHasPsychsVarianceAndWeightedKappaThatOfConger() {
    long[][] table = ratings(TWO.rows("input.csv")).table(0, 1);
    JsonNode psych = TWO.expected().get("two_rater").get("psych_linear").get("unweighted");

    double plain = error(CohenKappa.of(table, Weights.IDENTITY, 0.95).agreement());

    assertThat(plain * plain).isCloseTo(psych.get("var").asDouble(), within(1e-9));
    for (Weights weights : Weights.values()) {
      // psych 2.2.9 weights the margins wrongly when kappa is weighted; the delta method over
      // institutions, which Conger's coefficient uses, gives Fleiss, Cohen and Everitt's variance.
      double cohen = error(CohenKappa.of(table, weights, 0.95).agreement());
      Ratings ratings = ratings(TWO.rows("input.csv"));
      double conger = error(Coefficient.CONGER.of(ratings, weights, 0.95));
      assertThat(cohen).isCloseTo(conger * Math.sqrt(119.0 / 120), within(1e-12));
    }
  }

  private static double error(Agreement agreement) {
    return agreement.estimate().standardError().orElseThrow();
  }

  @Test
  void alphaIsThatOfIrr() {
    for (ReferenceCase bodies : List.of(TWO, SIX)) {
      Ratings ratings = ratings(bodies.rows("input.csv"));
      JsonNode expected = bodies.expected().get("irr_kripp_alpha");

      assertThat(Krippendorff.NOMINAL.alpha(ratings).orElseThrow())
          .isCloseTo(expected.get("nominal").asDouble(), within(1e-9));
      assertThat(Krippendorff.ORDINAL.alpha(ratings).orElseThrow())
          .isCloseTo(expected.get("ordinal").asDouble(), within(1e-9));
      assertThat(Krippendorff.INTERVAL.alpha(ratings).orElseThrow())
          .isCloseTo(expected.get("interval").asDouble(), within(1e-9));
    }
  }

  @Test
  void fleissTestOfCompleteInstitutionsIsThatOfIrr() {
    JsonNode expected = SIX.expected().get("fleiss_complete_rows");

    FleissTest test = FleissTest.of(ratings(SIX.rows("input.csv")));

    assertThat(test.n()).isEqualTo(26);
    assertThat(test.kappa().orElseThrow())
        .isCloseTo(expected.get("kappa").asDouble(), within(1e-9));
    assertThat(test.z().orElseThrow()).isCloseTo(expected.get("z").asDouble(), within(1e-9));
    for (int star = 0; star < 5; star++) {
      JsonNode detail = expected.get("detail").get(star);
      assertThat(test.categoryKappa()[star].orElseThrow())
          .isCloseTo(detail.get("Kappa").asDouble(), within(6e-4));
      assertThat(test.categoryZ()[star].orElseThrow())
          .isCloseTo(detail.get("z").asDouble(), within(6e-4));
    }
  }

  @Test
  void pairwiseKappasAreThoseOfIrr() {
    Ratings ratings = ratings(SIX.rows("input.csv"));

    for (JsonNode pair : SIX.expected().get("pairwise")) {
      long[][] table = ratings.table(pair.get("a").asInt() - 1, pair.get("b").asInt() - 1);
      CohenKappa quadratic = CohenKappa.of(table, Weights.QUADRATIC, 0.95);
      CohenKappa linear = CohenKappa.of(table, Weights.LINEAR, 0.95);

      assertThat(quadratic.agreement().n()).isEqualTo(pair.get("n").asLong());
      assertThat(quadratic.agreement().estimate().value().orElseThrow())
          .isCloseTo(pair.get("kappa_quadratic").asDouble(), within(1e-9));
      assertThat(linear.agreement().estimate().value().orElseThrow())
          .isCloseTo(pair.get("kappa_linear").asDouble(), within(1e-9));
    }
  }

  @Test
  void degenerateRatingsHaveAReason() {
    assertThat(kappa("one_category").status()).isEqualTo(Status.NO_VARIATION);
    assertThat(kappa("no_overlap").status()).isEqualTo(Status.NO_OVERLAP);
    assertThat(kappa("one_pair").status()).isEqualTo(Status.TOO_FEW);
    assertThat(kappa("one_pair_equal").status()).isEqualTo(Status.NO_VARIATION);
    assertThat(kappa("all_equal").value()).hasValue(1);
    assertThat(kappa("two_pairs").value()).hasValue(-1);
    assertThat(kappa("one_body_constant").value().orElseThrow()).isCloseTo(0, within(1e-15));
    assertThat(coefficient("one_category", Coefficient.GWET).value()).hasValue(1);
    assertThat(coefficient("one_category", Coefficient.FLEISS).status())
        .isEqualTo(Status.NO_VARIATION);
    assertThat(coefficient("one_pair", Coefficient.GWET).status()).isEqualTo(Status.TOO_FEW);
    assertThat(coefficient("no_overlap", Coefficient.CONGER).status()).isEqualTo(Status.NO_OVERLAP);
    assertThat(alpha("one_category")).isEqualTo(Status.NO_VARIATION);
    assertThat(alpha("no_overlap")).isEqualTo(Status.NO_OVERLAP);
    assertThat(alpha("one_pair")).isEqualTo(Status.TOO_FEW);
    Ratings none = Ratings.of(new int[2][0], 5);
    assertThat(Coefficient.FLEISS.of(none, Weights.LINEAR, 0.95).estimate().status())
        .isEqualTo(Status.NO_DATA);
  }

  @Test
  void aMillionPairsAgreeLikeTheirTable() {
    long seed = 6;
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1_000_000;
    int[][] pairs = new int[2][n];
    for (int i = 0; i < n; i++) {
      pairs[0][i] = random.nextInt(5);
      pairs[1][i] = random.nextInt(3) > 0 ? pairs[0][i] : random.nextInt(5);
    }

    Ratings ratings = Ratings.of(pairs, 5);
    Agreement gwet = Coefficient.GWET.of(ratings, Weights.QUADRATIC, 0.95);
    Agreement alpha = Krippendorff.ORDINAL.withInterval(ratings, 0.95, 1_000, seed);

    assertThat(ratings.patterns()).isEqualTo(25);
    assertThat(gwet.estimate().value().orElseThrow()).isCloseTo(2.0 / 3, within(0.01));
    assertThat(alpha.estimate().value().orElseThrow()).isCloseTo(2.0 / 3, within(0.003));
    assertThat(alpha.estimate().standardError().orElseThrow()).isBetween(0.0005, 0.0015);
  }

  @Test
  void theBootstrapOfAlphaIsNearGwetsError() {
    Ratings ratings = ratings(TWO.rows("input.csv"));

    Agreement bootstrap = Krippendorff.INTERVAL.withInterval(ratings, 0.95, 2_000, 5);
    Agreement gwet = Coefficient.KRIPPENDORFF.of(ratings, Weights.QUADRATIC, 0.95);

    assertThat(bootstrap.estimate().standardError().orElseThrow())
        .isCloseTo(gwet.estimate().standardError().orElseThrow(), within(0.006));
  }

  @Test
  void manyBodiesAreCountedLikeFew() {
    int[][] few = {{0, 1, 2, 0}, {0, 1, 1, Ratings.MISSING}};
    int[][] many = new int[30][4];
    for (int[] column : many) {
      Arrays.fill(column, Ratings.MISSING);
    }
    many[0] = few[0];
    many[1] = few[1];

    Agreement of2 = Coefficient.FLEISS.of(Ratings.of(few, 5), Weights.LINEAR, 0.95);
    Agreement of30 = Coefficient.FLEISS.of(Ratings.of(many, 5), Weights.LINEAR, 0.95);

    assertThat(of30).isEqualTo(of2);
  }

  @ParameterizedTest
  @CsvSource({"02a-icc", "02b-icc-bland-altman"})
  void intraclassCorrelationsAreThoseOfIrr(String name) {
    ReferenceCase scores = new ReferenceCase(name);
    List<String> header = scores.rows("input.csv").get(0);
    double[][] columns =
        header.stream().map(body -> scores.column("input.csv", body)).toArray(double[][]::new);

    IntraclassCorrelation icc = IntraclassCorrelation.of(columns, 0.95);

    JsonNode irr = scores.expected().get("irr");
    assertIcc(icc.oneWaySingle(), irr.get("ICC(1)"));
    assertIcc(icc.oneWayAverage(), irr.get("ICC(k)"));
    assertIcc(icc.agreementSingle(), irr.get("ICC(A,1)"));
    assertThat(icc.agreementAverage().value().orElseThrow())
        .isCloseTo(irr.get("ICC(A,k)").get("value").asDouble(), within(1e-8));
    // psych's interval of A,k is that of A,1 stepped up, as it must be; irr's is not.
    JsonNode stepped = scores.expected().get("psych").get(4);
    assertThat(icc.agreementAverage().interval().orElseThrow().lower())
        .isCloseTo(stepped.get("lower bound").asDouble(), within(1e-8));
    assertThat(icc.agreementAverage().interval().orElseThrow().upper())
        .isCloseTo(stepped.get("upper bound").asDouble(), within(1e-8));
    assertIcc(icc.consistencySingle(), irr.get("ICC(C,1)"));
    assertIcc(icc.consistencyAverage(), irr.get("ICC(C,k)"));
  }

  private static void assertIcc(Estimate icc, JsonNode expected) {
    assertThat(icc.value().orElseThrow()).isCloseTo(expected.get("value").asDouble(), within(1e-8));
    assertThat(icc.interval().orElseThrow().lower())
        .isCloseTo(expected.get("lower").asDouble(), within(1e-8));
    assertThat(icc.interval().orElseThrow().upper())
        .isCloseTo(expected.get("upper").asDouble(), within(1e-8));
  }

  @Test
  void limitsOfAgreementFollowBlandAndAltman() {
    ReferenceCase scores = new ReferenceCase("02b-icc-bland-altman");
    JsonNode expected = scores.expected().get("bland_altman");

    BlandAltman limits =
        BlandAltman.of(
            scores.column("input.csv", "body1"), scores.column("input.csv", "body2"), 0.95);

    assertThat(limits.bias().value().orElseThrow())
        .isCloseTo(expected.get("bias").asDouble(), within(1e-10));
    assertThat(limits.bias().interval().orElseThrow().lower())
        .isCloseTo(expected.get("bias_ci").get(0).asDouble(), within(1e-10));
    assertThat(limits.standardDeviation().orElseThrow())
        .isCloseTo(expected.get("sd").asDouble(), within(1e-10));
    assertThat(limits.lowerLimit().value().orElseThrow())
        .isCloseTo(expected.get("loa").get(0).asDouble(), within(1e-10));
    assertThat(limits.lowerLimit().interval().orElseThrow().lower())
        .isCloseTo(expected.get("loa_lower_ci").get(0).asDouble(), within(1e-10));
    assertThat(limits.upperLimit().standardError().orElseThrow())
        .isCloseTo(expected.get("loa_se_1986").asDouble(), within(1e-10));
    assertThat(limits.slope().orElseThrow())
        .isCloseTo(expected.get("slope_on_mean").asDouble(), within(1e-10));
    assertThat(limits.slopeProbability().orElseThrow())
        .isCloseTo(expected.get("slope_p").asDouble(), within(1e-10));
    assertThat(BlandAltman.of(new double[] {1}, new double[] {2}, 0.95).bias().value())
        .hasValue(-1);
  }

  @Test
  void scoresWithoutVariationOrOverlapHaveNoIntraclassCorrelation() {
    double nan = Double.NaN;
    assertThat(icc(new double[][] {{1, nan}, {nan, 2}})).isEqualTo(Status.NO_OVERLAP);
    assertThat(icc(new double[][] {{1, 1}, {1, 1}})).isEqualTo(Status.NO_VARIATION);
    assertThat(icc(new double[][] {{1}, {1}})).isEqualTo(Status.TOO_FEW);
    assertThat(icc(new double[0][])).isEqualTo(Status.NO_DATA);
    assertThat(icc(new double[][] {{1, 2, 3}, {1, 2, 3}})).isEqualTo(Status.OK);
  }

  private static Status icc(double[][] columns) {
    return IntraclassCorrelation.of(columns, 0.95).agreementSingle().status();
  }

  @Test
  void theDefinitiveGradeIsThePanels() {
    int[] given = {3, 3, 2, 4, Ratings.MISSING};
    int[] panel = {3, 2, 2, 2, 1};

    DefinitiveGrade grade = DefinitiveGrade.of(given, panel, 6, 0.95);

    assertThat(grade.n()).isEqualTo(4);
    assertThat(grade.overall().value()).hasValue(0.5);
    assertThat(grade.withinOne().value()).hasValue(0.75);
    assertThat(grade.byStar()[2].value()).hasValue(1.0 / 3);
    assertThat(grade.byStar()[1].status()).isEqualTo(Status.NO_DATA);
    assertThat(grade.meanDifference()).isEqualTo(0.75);
  }

  private static Estimate kappa(String edge) {
    return CohenKappa.of(edge(edge).table(0, 1), Weights.QUADRATIC, 0.95).agreement().estimate();
  }

  private static Estimate coefficient(String edge, Coefficient coefficient) {
    return coefficient.of(edge(edge), Weights.QUADRATIC, 0.95).estimate();
  }

  private static Status alpha(String edge) {
    return Krippendorff.ORDINAL.withInterval(edge(edge), 0.95, 100, 1).estimate().status();
  }

  private static Ratings edge(String name) {
    return ratings(
        EDGE.rows("input.csv").stream()
            .filter(row -> row.get(0).equals(name) || row.get(0).equals("case"))
            .map(row -> row.subList(1, 3))
            .toList());
  }

  /** Stars 1 to 5 as categories 0 to 4. */
  private static Ratings ratings(List<List<String>> rows) {
    int bodies = rows.get(0).size();
    int[][] byBody = new int[bodies][rows.size() - 1];
    for (int i = 1; i < rows.size(); i++) {
      for (int body = 0; body < bodies; body++) {
        String cell = rows.get(i).get(body);
        byBody[body][i - 1] = cell.isEmpty() ? Ratings.MISSING : Integer.parseInt(cell) - 1;
      }
    }
    return Ratings.of(byBody, 5);
  }
}
