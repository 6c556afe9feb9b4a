package org.evenstar.pipeline.calibrate;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something to look into, before the false discovery rate of the run is known.
 *
 * @param checkId the check
 * @param bodyId body it speaks of, null for the whole run
 * @param scopeKind what it looks at: run, body, domain, …
 * @param scopeId which of them
 * @param period period, {@code *} for all
 * @param n dossiers behind it
 * @param effect size in {@code unit}, empty when none could be computed
 * @param lower lower end of the 95 % interval
 * @param upper upper end
 * @param unit unit of the effect
 * @param threshold limit it was held to
 * @param probability p value, empty for rules
 * @param reason why it was not computed or not identified, null otherwise
 */
record Signal(
    String checkId,
    @Nullable String bodyId,
    String scopeKind,
    String scopeId,
    String period,
    long n,
    OptionalDouble effect,
    OptionalDouble lower,
    OptionalDouble upper,
    String unit,
    OptionalDouble threshold,
    OptionalDouble probability,
    Level level,
    @Nullable String reason,
    String zh,
    String en) {

  /** How urgent a signal is. */
  enum Level {
    INFO,
    WATCH,
    ALERT,
    NOT_COMPUTED,
    NOT_IDENTIFIED;

    /** Whether somebody should look. */
    boolean isFlagged() {
      return this == WATCH || this == ALERT;
    }
  }

  /** Stable over runs: the same finding has the same id. */
  String id() {
    String where =
        bodyId == null ? scopeId : bodyId + (scopeKind.equals("body") ? "" : ":" + scopeId);
    return checkId + ":" + where + (period.equals("*") ? "" : ":" + period);
  }
}
