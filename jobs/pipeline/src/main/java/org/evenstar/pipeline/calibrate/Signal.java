package org.evenstar.pipeline.calibrate;

import java.util.OptionalDouble;
import org.evenstar.schemas.config.CheckSettings;
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

    /**
     * The level of an effect on 0…1: ALERT beyond the alert level and effect with enough dossiers,
     * WATCH beyond the watch level and effect, NOT_COMPUTED below the least n.
     */
    static Level of(CheckSettings settings, long n, double effect, double probability) {
      if (n < settings.minN()) {
        return NOT_COMPUTED;
      }
      double size = Math.abs(effect);
      if (n < settings.minNAlone()) {
        return INFO;
      }
      if (size >= settings.alertEffect().doubleValue()
          && probability < 1 - settings.alertLevel().doubleValue()) {
        return ALERT;
      }
      return size >= settings.watchEffect().doubleValue()
              && probability < 1 - settings.watchLevel().doubleValue()
          ? WATCH
          : INFO;
    }
  }

  /** Stable over runs: the same finding has the same id. */
  String id() {
    String where =
        bodyId == null ? scopeId : bodyId + (scopeKind.equals("body") ? "" : ":" + scopeId);
    return checkId + ":" + where + (period.equals("*") ? "" : ":" + period);
  }
}
