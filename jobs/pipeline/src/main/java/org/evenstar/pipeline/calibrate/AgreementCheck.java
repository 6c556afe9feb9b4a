package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Interval;
import org.evenstar.stats.agreement.Agreement;
import org.evenstar.stats.agreement.BlandAltman;
import org.evenstar.stats.agreement.Coefficient;
import org.evenstar.stats.agreement.CohenKappa;
import org.evenstar.stats.agreement.IntraclassCorrelation;
import org.evenstar.stats.agreement.Krippendorff;
import org.evenstar.stats.agreement.Ratings;
import org.evenstar.stats.agreement.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Severity check {@code agreement}: two bodies on the anchor cases and double-scored dossiers that
 * both scored. Stars by weighted kappa, alpha and AC2; mean scores by ICC(A,1) and Bland–Altman.
 * The signal's effect is the mean difference of scores on 0…1, first body less second.
 */
final class AgreementCheck {
  private static final double CONFIDENCE = 0.95;
  private static final CheckName CHECK = CheckName.AGREEMENT;

  /** Columns of numbers beside {@code n}. */
  private static final int FIGURES = 13;

  /** Above so many bodies only pairs that share a case are listed. */
  private static final int MOST_LISTED = 20;

  /** One case: stars from 0 at the model's lowest, -1 where none was given. */
  private record Case(int starA, int starB, double scoreA, double scoreB) {}

  private final CheckRun run;
  private final Map<String, List<Case>> cases = new TreeMap<>();
  private final TableFile table =
      new TableFile("agreement")
          .columns(TEXT, "body_a", "body_b")
          .column("n", BIGINT)
          .columns(DOUBLE, "observed", "expected", "kappa_weighted", "kappa_lo", "kappa_hi")
          .columns(DOUBLE, "alpha", "ac2", "icc", "difference", "difference_lo", "difference_hi")
          .columns(DOUBLE, "limit_lo", "limit_hi")
          .columns(TEXT, "obs_status", "reason", "model_id", "model_version");

  private AgreementCheck(CheckRun run) {
    this.run = run;
  }

  static void run(CheckRun run) {
    AgreementCheck check = new AgreementCheck(run);
    check.read();
    check.cases.forEach(check::pair);
    check.table.register(run.engine(), run.folder());
  }

  private void read() {
    List<String> bodies = run.config().bodies().stream().map(Body::bodyId).sorted().toList();
    for (int a = 0; a < bodies.size() && bodies.size() <= MOST_LISTED; a++) {
      for (int b = a + 1; b < bodies.size(); b++) {
        cases.put(bodies.get(a) + "\t" + bodies.get(b), new ArrayList<>());
      }
    }
    int lowest = run.config().model().stars().lowest();
    try (Rows rows =
        run.engine()
            .query(
                "select body_a, body_b, star_a, star_b, n_items, sum_a_micro, sum_b_micro"
                    + " from pair_score order by body_a, body_b, link_id")) {
      while (rows.next()) {
        double items = (double) rows.longAt(4) * Sums.MICRO;
        cases
            .computeIfAbsent(
                Sums.text(rows, 0) + "\t" + Sums.text(rows, 1), pair -> new ArrayList<>())
            .add(
                new Case(
                    rows.isNull(2) ? Ratings.MISSING : (int) rows.longAt(2) - lowest,
                    rows.isNull(3) ? Ratings.MISSING : (int) rows.longAt(3) - lowest,
                    rows.longAt(5) / items,
                    rows.longAt(6) / items));
      }
    }
  }

  private void pair(String pair, List<Case> both) {
    String a = pair.substring(0, pair.indexOf('\t'));
    String b = pair.substring(pair.indexOf('\t') + 1);
    CheckLimits limits = run.limits(CHECK);
    if (both.size() < limits.minN()) {
      row(a, b, both.size(), "NOT_ENOUGH", "MIN_N", new @Nullable Object[FIGURES]);
      return;
    }
    Model model = run.config().model();
    int categories = model.stars().highest() - model.stars().lowest() + 1;
    Ratings ratings =
        Ratings.of(
            new int[][] {
              both.stream().mapToInt(Case::starA).toArray(),
              both.stream().mapToInt(Case::starB).toArray()
            },
            categories);
    double[] first = both.stream().mapToDouble(Case::scoreA).toArray();
    double[] second = both.stream().mapToDouble(Case::scoreB).toArray();
    Agreement kappa = CohenKappa.of(ratings.table(0, 1), Weights.QUADRATIC, CONFIDENCE).agreement();
    Agreement plain = CohenKappa.of(ratings.table(0, 1), Weights.IDENTITY, CONFIDENCE).agreement();
    Agreement ac2 = Coefficient.GWET.of(ratings, Weights.QUADRATIC, CONFIDENCE);
    IntraclassCorrelation icc =
        IntraclassCorrelation.of(new double[][] {first, second}, CONFIDENCE);
    BlandAltman scores = BlandAltman.of(first, second, CONFIDENCE);
    row(
        a,
        b,
        both.size(),
        "OK",
        null,
        plain.observed(),
        plain.expected(),
        kappa.estimate().value(),
        lower(kappa.estimate()),
        upper(kappa.estimate()),
        Krippendorff.ORDINAL.alpha(ratings),
        ac2.estimate().value(),
        icc.agreementSingle().value(),
        scores.bias().value(),
        lower(scores.bias()),
        upper(scores.bias()),
        scores.lowerLimit().value(),
        scores.upperLimit().value());
    if (run.isEnabled(CHECK)) {
      signal(limits, a, b, both.size(), scores, kappa.estimate());
    }
  }

  /**
   * @param figures the table's columns from {@code observed} to {@code limit_hi}
   */
  private void row(
      String a,
      String b,
      int n,
      String status,
      @Nullable String reason,
      @Nullable Object... figures) {
    List<@Nullable Object> row = new ArrayList<>(Arrays.asList(a, b, n));
    row.addAll(Arrays.asList(figures));
    row.addAll(
        Arrays.asList(
            status, reason, run.config().model().modelId(), run.config().model().version()));
    table.row(row.toArray());
  }

  private void signal(
      CheckLimits limits, String a, String b, long n, BlandAltman scores, Estimate kappa) {
    double bias = scores.bias().value().orElse(0);
    Interval interval = scores.bias().interval().orElse(new Interval(bias, bias));
    double error = scores.standardDeviation().orElse(0) / Math.sqrt((double) n);
    double p = error > 0 ? Distributions.tTwoSided(bias / error, n - 1.0) : bias == 0 ? 1 : 0;
    String numbers =
        String.format(Locale.ROOT, "%+.3f [%.3f, %.3f]", bias, interval.lower(), interval.upper())
            + (kappa.value().isPresent()
                ? String.format(Locale.ROOT, ", κ %.2f", kappa.value().getAsDouble())
                : "");
    run.book()
        .add(
            SignalDraft.of(CHECK, a)
                .scope("pair", b)
                .n(n)
                .effect(bias, interval.lower(), interval.upper())
                .threshold(limits.watchEffect())
                .probability(p)
                .level(
                    limits.level(n, bias, p),
                    run.name(a, true) + "与" + run.name(b, true) + "对同一档案的评分差：" + numbers,
                    run.name(a, false)
                        + " less "
                        + run.name(b, false)
                        + " on the same dossiers: "
                        + numbers));
  }

  private static @Nullable Double lower(Estimate estimate) {
    return estimate.interval().map(Interval::lower).orElse(null);
  }

  private static @Nullable Double upper(Estimate estimate) {
    return estimate.interval().map(Interval::upper).orElse(null);
  }
}
