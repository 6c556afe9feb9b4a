package org.evenstar.pipeline.calibrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Rows;
import org.evenstar.stats.benchmark.Moments;

/**
 * Pattern checks of a scorer's habits, each a figure of a body held to the other bodies: {@code
 * straight_line}, {@code quarter_end}, {@code halo} and {@code range_restriction}.
 */
final class HabitChecks {
  private final CheckRun run;
  private final Map<String, Double> squaresOfSums = new HashMap<>();
  private final List<AgainstOthers.Unit> straight = new ArrayList<>();
  private final List<AgainstOthers.Unit> late = new ArrayList<>();
  private final List<AgainstOthers.Unit> halo = new ArrayList<>();
  private final List<AgainstOthers.Unit> range = new ArrayList<>();

  private HabitChecks(CheckRun run) {
    this.run = run;
  }

  static void run(CheckRun run) {
    HabitChecks checks = new HabitChecks(run);
    checks.read();
    AgainstOthers.run(
        run,
        CheckName.STRAIGHT_LINE,
        checks.straight,
        AgainstOthers.Side.ABOVE,
        "share",
        "0.05",
        "0.10");
    AgainstOthers.run(
        run, CheckName.QUARTER_END, checks.late, AgainstOthers.Side.ABOVE, "share", "0.10", "0.20");
    AgainstOthers.run(
        run, CheckName.HALO, checks.halo, AgainstOthers.Side.ABOVE, "correlation", "0.10", "0.20");
    AgainstOthers.run(
        run,
        CheckName.RANGE_RESTRICTION,
        checks.range,
        AgainstOthers.Side.BELOW,
        "log_ratio",
        "0.20",
        "0.40");
  }

  private void read() {
    try (Rows rows =
        run.engine()
            .query("select body_id, n, sum_micro from body_domain order by body_id, domain_no")) {
      while (rows.next()) {
        double sum = rows.longAt(2);
        squaresOfSums.merge(Sums.text(rows, 0), sum * sum / rows.longAt(1), Double::sum);
      }
    }
    try (Rows rows =
        run.engine()
            .query(
                "select body_id, n, sum_micro, square, n_long, n_straight, n_dated, n_late,"
                    + " n_complete, total_micro, total_square, domain_square"
                    + " from body_shape order by body_id")) {
      while (rows.next()) {
        String body = Sums.text(rows, 0);
        spread(body, Sums.moments(rows, 1));
        share(straight, body, rows.longAt(5), rows.longAt(4));
        share(late, body, rows.longAt(7), rows.longAt(6));
        halo(
            body,
            rows.longAt(8),
            (double) rows.longAt(9),
            Sums.number(rows, 10),
            Sums.number(rows, 11) - squaresOfSums.getOrDefault(body, 0.0));
      }
    }
  }

  private static void share(List<AgainstOthers.Unit> units, String body, long cases, long n) {
    if (n > 0) {
      units.add(new AgainstOthers.Unit(body, n, (double) cases / n, Sums.shareError(cases, n)));
    }
  }

  /** The logarithm of the spread, whose error hardly depends on the spread. */
  private void spread(String body, Moments moments) {
    double deviation = Sums.deviation(moments);
    if (moments.n() > 1 && deviation > 0) {
      range.add(
          new AgainstOthers.Unit(
              body, moments.n(), Math.log(deviation), Math.sqrt(0.5 / (moments.n() - 1))));
    }
  }

  /**
   * The mean correlation of domains from the variance of their sum: {@code (Var Σ - Σ Var)/((k-1) Σ
   * Var)}, with the large-sample error of an intraclass correlation (Fisher 1925).
   *
   * @param within sum over domains of squared distances from the domain's mean
   */
  private void halo(String body, long n, double total, double totalSquare, double within) {
    int k = run.config().model().domains().size();
    if (k < 3 || n < 4 || within <= 0) {
      return;
    }
    double together = totalSquare - total * total / n;
    double r = (together - within) / ((k - 1) * within);
    double error =
        Math.max(1e-3, Math.sqrt(2.0 / (k * (k - 1.0) * (n - 1))) * (1 - r) * (1 + (k - 1) * r));
    halo.add(new AgainstOthers.Unit(body, n, r, error));
  }
}
