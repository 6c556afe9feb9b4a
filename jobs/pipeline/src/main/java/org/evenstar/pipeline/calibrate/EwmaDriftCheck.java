package org.evenstar.pipeline.calibrate;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.evenstar.stats.Status;
import org.evenstar.stats.benchmark.Moments;
import org.evenstar.stats.drift.EwmaDrift;

/**
 * Pattern check {@code ewma_drift}: have a body's recent months left its own mean? Beside {@code
 * drift}, which looks for one lasting step, it follows the exponentially weighted mean of the
 * months and so sees slow slopes, short spells and what began in the last months; its limit is
 * calibrated by simulation ({@link EwmaDrift}).
 */
final class EwmaDriftCheck {
  private static final CheckName CHECK = CheckName.EWMA_DRIFT;

  private final CheckRun run;
  private final CheckLimits limits;

  private EwmaDriftCheck(CheckRun run) {
    this.run = run;
    this.limits = run.limits(CHECK);
  }

  static void run(CheckRun run, List<BodySeries> all) {
    if (run.isEnabled(CHECK)) {
      EwmaDriftCheck check = new EwmaDriftCheck(run);
      all.stream().filter(BodySeries::isOfAllDomains).forEach(check::add);
    }
  }

  private void add(BodySeries series) {
    Moments whole = series.whole();
    EwmaDrift drift =
        EwmaDrift.of(
            series.counts(),
            series.means(),
            series.within(),
            run.limit(CHECK, "lambda", "0.2"),
            run.count(CHECK, "draws", "20000"),
            Objects.requireNonNull(run.settings().seed(), "seed"));
    SignalDraft draft = SignalDraft.of(CHECK, series.body()).n(whole.n());
    double effect = drift.difference() / series.room();
    Signal.Level level = level(series, drift, whole.n(), effect);
    if (level == Signal.Level.NOT_COMPUTED) {
      run.book()
          .add(draft.reason("TOO_FEW").level(level, "月份或档案过少，未计算", "too few months or dossiers"));
      return;
    }
    double reach = 1.959964 * drift.error() / series.room();
    Signal signal =
        draft
            .effect(effect, effect - reach, effect + reach)
            .threshold(limits.watchEffect())
            .probability(drift.probability())
            .level(
                level,
                text(series, drift, effect, reach, true),
                text(series, drift, effect, reach, false));
    run.book().add(signal);
    if (level.isFlagged()) {
      DriftEvidence.add(
          run,
          signal,
          series.domain(),
          series.months().get(drift.since()).period(),
          drift.difference() > 0);
    }
  }

  private Signal.Level level(BodySeries series, EwmaDrift drift, long n, double effect) {
    boolean isComputed =
        drift.status() == Status.OK
            && series.months().size() >= run.count(CHECK, "min_periods", "6");
    return isComputed ? limits.level(n, effect, drift.probability()) : Signal.Level.NOT_COMPUTED;
  }

  private String text(BodySeries series, EwmaDrift drift, double effect, double reach, boolean zh) {
    String name = run.name(series.body(), zh);
    String since = series.months().get(drift.since()).period();
    String until = series.months().get(drift.at()).period();
    String size = String.format(Locale.ROOT, "%+.3f ± %.3f", effect, reach);
    return zh
        ? name + " " + since + " 至 " + until + " 的评分较自身其余月份 " + size + "（0–1）"
        : name
            + ": scores from "
            + since
            + " to "
            + until
            + " are "
            + size
            + " from its other months";
  }
}
