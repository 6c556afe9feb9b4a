package org.evenstar.pipeline.calibrate;

import org.evenstar.engine.Rows;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Interval;
import org.evenstar.stats.benchmark.BinomialInterval;

/**
 * Rule check {@code star_recomputed}: does the awarded star follow from the dossier's own scores?
 *
 * <p>Effect: share of a body's dossiers whose awarded star differs from the recomputed, with
 * Wilson's 95 % interval. It is a rule, not a sample: one differing star is a WATCH, a share above
 * the alert effect with at least {@code min_n_alone} dossiers an ALERT.
 */
final class StarMismatchCheck {
  private static final CheckName CHECK = CheckName.STAR_RECOMPUTED;

  private StarMismatchCheck() {}

  static void run(CheckRun run) {
    if (!run.isEnabled(CHECK)) {
      return;
    }
    CheckLimits limits = run.limits(CHECK);
    try (Rows rows =
        run.engine()
            .query(
                "select body_id, n, n_above, n_below from star_mismatch_count order by body_id")) {
      while (rows.next()) {
        run.book()
            .add(
                signal(limits, Sums.text(rows, 0), rows.longAt(1), rows.longAt(2), rows.longAt(3)));
      }
    }
    run.book()
        .addEvidence(
            run.engine(),
            CHECK.id(),
            "select body_id, dossier_no, file, sheet, row_number,"
                + " cast(awarded_star as string) as value,"
                + " cast(recomputed_star as string) as expected"
                + " from star_mismatch order by body_id, dossier_no");
  }

  private static Signal signal(CheckLimits limits, String body, long n, long above, long below) {
    long differing = above + below;
    Estimate share = BinomialInterval.wilson(differing, n, 0.95);
    double effect = share.value().orElseThrow();
    Interval interval = share.interval().orElseThrow();
    boolean isAlert = n >= limits.minNAlone() && effect >= limits.alertEffect();
    return SignalDraft.of(CHECK, body)
        .n(n)
        .unit("share")
        .effect(effect, interval.lower(), interval.upper())
        .threshold(isAlert ? limits.alertEffect() : 0)
        .level(
            isAlert ? Signal.Level.ALERT : differing > 0 ? Signal.Level.WATCH : Signal.Level.INFO,
            n + " 份档案中 " + differing + " 份的授予星级与得分不符（偏高 " + above + "，偏低 " + below + "）",
            differing
                + " of "
                + n
                + " awarded stars do not follow from the scores ("
                + above
                + " above, "
                + below
                + " below)");
  }
}
