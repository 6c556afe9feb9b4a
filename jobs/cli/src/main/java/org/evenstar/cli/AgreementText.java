package org.evenstar.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.agreement.BlandAltman;
import org.evenstar.stats.agreement.Coefficient;
import org.evenstar.stats.agreement.CohenKappa;
import org.evenstar.stats.agreement.IntraclassCorrelation;
import org.evenstar.stats.agreement.Krippendorff;
import org.evenstar.stats.agreement.Ratings;
import org.evenstar.stats.agreement.Weights;

/** Every coefficient of agreement of a table of scores, as figures and as lines. */
final class AgreementText {
  private static final double CONFIDENCE = 0.95;
  private static final int DRAWS = 1000;
  private static final long SEED = 20231201L;

  /** More different values are measurements: only correlations and differences are given. */
  private static final int MOST_CATEGORIES = 20;

  private final List<String> bodies;
  private final double[][] scores;
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * @param scores one column a body, NaN where absent
   */
  AgreementText(List<String> bodies, double[][] scores) {
    this.bodies = bodies;
    this.scores = scores;
    figures.put("bodies", bodies);
    figures.put("cases", scores[0].length);
    lines.add(bodies.size() + " bodies, " + scores[0].length + " cases");
    double[] values =
        Arrays.stream(scores)
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !Double.isNaN(value))
            .distinct()
            .sorted()
            .toArray();
    if (values.length > 1 && values.length <= MOST_CATEGORIES) {
      categories(values);
    }
    correlations();
    pairs();
  }

  private void categories(double[] values) {
    int[][] byBody =
        Arrays.stream(scores)
            .map(
                column ->
                    Arrays.stream(column)
                        .mapToInt(
                            score ->
                                Double.isNaN(score)
                                    ? Ratings.MISSING
                                    : Arrays.binarySearch(values, score))
                        .toArray())
            .toArray(int[][]::new);
    Ratings ratings = Ratings.of(byBody, values.length);
    figures.put("categories", values);
    for (Coefficient coefficient : Coefficient.values()) {
      for (Weights weights : new Weights[] {Weights.IDENTITY, Weights.QUADRATIC}) {
        add(
            coefficient.name().toLowerCase(Locale.ROOT)
                + "_"
                + weights.name().toLowerCase(Locale.ROOT),
            coefficient.of(ratings, weights, CONFIDENCE).estimate());
      }
    }
    for (Krippendorff metric : Krippendorff.values()) {
      add(
          "krippendorff_" + metric.name().toLowerCase(Locale.ROOT),
          metric.withInterval(ratings, CONFIDENCE, DRAWS, SEED).estimate());
    }
    if (bodies.size() == 2) {
      add(
          "cohen_kappa_quadratic",
          CohenKappa.of(ratings.table(0, 1), Weights.QUADRATIC, CONFIDENCE).agreement().estimate());
    }
  }

  private void correlations() {
    IntraclassCorrelation icc = IntraclassCorrelation.of(scores, CONFIDENCE);
    add("icc_1", icc.oneWaySingle());
    add("icc_k", icc.oneWayAverage());
    add("icc_a1", icc.agreementSingle());
    add("icc_ak", icc.agreementAverage());
    add("icc_c1", icc.consistencySingle());
    add("icc_ck", icc.consistencyAverage());
  }

  private void pairs() {
    for (int a = 0; a < bodies.size(); a++) {
      for (int b = a + 1; b < bodies.size(); b++) {
        String pair = bodies.get(a) + "-" + bodies.get(b);
        BlandAltman difference = BlandAltman.of(scores[a], scores[b], CONFIDENCE);
        add("difference " + pair, difference.bias());
        add("limit_lower " + pair, difference.lowerLimit());
        add("limit_upper " + pair, difference.upperLimit());
      }
    }
  }

  private void add(String name, Estimate estimate) {
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("status", estimate.status().name());
    estimate.value().ifPresent(value -> figure.put("value", value));
    estimate.standardError().ifPresent(error -> figure.put("se", error));
    estimate.interval().ifPresent(interval -> figure.put("lower", interval.lower()));
    estimate.interval().ifPresent(interval -> figure.put("upper", interval.upper()));
    figures.put(name, figure);
    String interval =
        estimate
            .interval()
            .map(of -> String.format(Locale.ROOT, " [%.4f, %.4f]", of.lower(), of.upper()))
            .orElse("");
    lines.add(
        String.format(Locale.ROOT, "%-32s ", name)
            + (estimate.value().isPresent()
                ? String.format(Locale.ROOT, "%8.4f", estimate.value().getAsDouble()) + interval
                : estimate.status().name()));
  }

  /** The figures by name. */
  Map<String, Object> figures() {
    return figures;
  }

  /** The figures for a reader. */
  List<String> lines() {
    return lines;
  }
}
