package org.evenstar.pipeline.calibrate;

import java.util.Objects;
import java.util.OptionalDouble;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.CheckSettings;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.BinomialInterval;

/**
 * Rule check {@code star_recomputed}: does the awarded star follow from the dossier's own scores?
 *
 * <p>Effect: share of a body's dossiers whose awarded star differs from the recomputed, with
 * Wilson's 95 % interval. It is a rule, not a sample: one differing star is a WATCH, a share above
 * the alert effect with at least {@code min_n_alone} dossiers an ALERT.
 */
final class StarMismatchCheck {
  /** Stable id of the check. */
  static final String ID = "star_recomputed";

  private StarMismatchCheck() {}

  static void run(Engine engine, SignalBook book) {
    try (Rows rows =
        engine.query(
            "select body_id, n, n_above, n_below from star_mismatch_count order by body_id")) {
      while (rows.next()) {
        String body = Objects.requireNonNull(rows.textAt(0));
        book.add(signal(book.settings(), body, rows.longAt(1), rows.longAt(2), rows.longAt(3)));
      }
    }
    book.addEvidence(
        engine,
        ID,
        "select body_id, dossier_no, file, sheet, row_number,"
            + " cast(awarded_star as string) as value, cast(recomputed_star as string) as expected"
            + " from star_mismatch order by body_id, dossier_no");
  }

  private static Signal signal(
      CheckSettings settings, String body, long n, long above, long below) {
    long differing = above + below;
    Estimate share = BinomialInterval.wilson(differing, n, 0.95);
    double effect = share.value().orElseThrow();
    double alert = settings.alertEffect().doubleValue();
    boolean isAlert = n >= settings.minNAlone() && effect >= alert;
    return new Signal(
        ID,
        body,
        "body",
        body,
        "*",
        n,
        share.value(),
        OptionalDouble.of(share.interval().orElseThrow().lower()),
        OptionalDouble.of(share.interval().orElseThrow().upper()),
        "share",
        OptionalDouble.of(isAlert ? alert : 0.0),
        OptionalDouble.empty(),
        isAlert ? Signal.Level.ALERT : differing > 0 ? Signal.Level.WATCH : Signal.Level.INFO,
        null,
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
