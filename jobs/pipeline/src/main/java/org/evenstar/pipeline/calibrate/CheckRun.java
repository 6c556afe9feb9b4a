package org.evenstar.pipeline.calibrate;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.evenstar.engine.Engine;
import org.evenstar.schemas.config.CheckSettings;
import org.evenstar.schemas.config.RunConfig;

/**
 * What a check works with.
 *
 * @param folder where tables are kept
 */
record CheckRun(RunConfig config, Engine engine, Path folder, SignalBook book) {

  CheckSettings settings() {
    return config.checks();
  }

  boolean isEnabled(CheckName check) {
    return settings().isEnabled(check.id());
  }

  /** A body's name, its id when it has none. */
  String name(String bodyId, boolean zh) {
    return config.body(bodyId).map(b -> zh ? b.name().zh() : b.name().en()).orElse(bodyId);
  }

  /** A limit of one check as a number. */
  double limit(CheckName check, String name, String otherwise) {
    return settings().limit(check.id(), name, otherwise).doubleValue();
  }

  int count(CheckName check, String name, String otherwise) {
    return settings().limit(check.id(), name, otherwise).intValueExact();
  }

  /** The limits of one check, with its own least effects where configuration names none. */
  CheckLimits limits(CheckName check, BigDecimal watch, BigDecimal alert) {
    return limits(check.id(), watch, alert);
  }

  private CheckLimits limits(String checkId, BigDecimal watch, BigDecimal alert) {
    CheckSettings settings = settings();
    return new CheckLimits(
        settings.limit(checkId, "min_n", Integer.toString(settings.minN())).intValueExact(),
        settings
            .limit(checkId, "min_n_alone", Integer.toString(settings.minNAlone()))
            .intValueExact(),
        settings.limit(checkId, "watch_effect", watch.toPlainString()).doubleValue(),
        settings.limit(checkId, "alert_effect", alert.toPlainString()).doubleValue(),
        1 - settings.watchLevel().doubleValue(),
        1 - settings.alertLevel().doubleValue());
  }

  /** The limits of one check with the effects of the run. */
  CheckLimits limits(CheckName check) {
    return limits(check.id());
  }

  /** The limits of a check or rule of this id with the effects of the run. */
  CheckLimits limits(String checkId) {
    return limits(checkId, settings().watchEffect(), settings().alertEffect());
  }
}
