package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;
import org.evenstar.stats.benchmark.Moments;
import org.evenstar.stats.drift.ChangePoint;

/**
 * Pattern checks {@code drift} and {@code domain_drift}: did a body's scores change in time, given
 * what its items usually get? One change of level by cumulative sums ({@link ChangePoint}); a
 * domain is followed relative to the rest of its dossiers, so that a body which drifts as a whole
 * is told once. A WATCH whose months lie outside on the same side twice running is an ALERT.
 */
final class DriftCheck {
  /** Above so many bodies only those flagged are drawn. */
  private static final int MOST_DRAWN = 20;

  private final CheckRun run;
  private final TableFile table =
      new TableFile("body_drift")
          .columns(TEXT, "body_id", "period")
          .column("n", BIGINT)
          .columns(DOUBLE, "mean", "expected", "difference", "lo_95", "hi_95", "lo_998", "hi_998")
          .columns(TEXT, "level", "model_id", "model_version");
  private final long bodies;

  private DriftCheck(CheckRun run) {
    this.run = run;
    this.bodies = run.engine().count("body_count");
  }

  static void run(CheckRun run, List<BodySeries> all) {
    DriftCheck check = new DriftCheck(run);
    all.forEach(check::series);
    check.table.register(run.engine(), run.folder());
  }

  private void series(BodySeries series) {
    CheckName check = series.isOfAllDomains() ? CheckName.DRIFT : CheckName.DOMAIN_DRIFT;
    Moments all = series.whole();
    ChangePoint change = ChangePoint.of(series.counts(), series.means(), series.within());
    double room = series.room();
    CheckLimits limits = run.limits(check);
    boolean isComputed =
        change.status() == Status.OK
            && series.months().size() >= run.count(check, "min_periods", "6");
    Signal.Level level =
        isComputed
            ? limits.level(all.n(), change.difference() / room, change.probability())
            : Signal.Level.NOT_COMPUTED;
    List<Signal.Level> levels = levels(limits, series.months(), all, change, room);
    if (level == Signal.Level.WATCH && isTwiceRunning(series.months(), levels, all)) {
      level = Signal.Level.ALERT;
    }
    if (series.isOfAllDomains() && (bodies <= MOST_DRAWN || level.isFlagged())) {
      rows(series.body(), series.months(), levels, all, change);
    }
    if (run.isEnabled(check) && (series.isOfAllDomains() || isComputed)) {
      add(check, limits, series, all, change, room, level);
    }
  }

  private static double reach(Moments month, Moments all, ChangePoint change) {
    double others = Math.max(0, 1 - (double) month.n() / all.n());
    return change.spread() * Math.sqrt(others / month.n());
  }

  private static List<Signal.Level> levels(
      CheckLimits limits,
      List<BodySeries.Month> months,
      Moments all,
      ChangePoint change,
      double room) {
    List<Signal.Level> levels = new ArrayList<>();
    for (BodySeries.Month month : months) {
      double difference = Sums.mean(month.residual()) - Sums.mean(all);
      double reach = reach(month.residual(), all, change);
      double p = reach > 0 ? Distributions.normalTwoSided(difference / reach) : 1;
      levels.add(limits.level(month.residual().n(), difference / room, p));
    }
    return levels;
  }

  private static boolean isTwiceRunning(
      List<BodySeries.Month> months, List<Signal.Level> levels, Moments all) {
    for (int t = 1; t < months.size(); t++) {
      double now = Sums.mean(months.get(t).residual()) - Sums.mean(all);
      double before = Sums.mean(months.get(t - 1).residual()) - Sums.mean(all);
      if (levels.get(t).isFlagged() && levels.get(t - 1).isFlagged() && now * before > 0) {
        return true;
      }
    }
    return false;
  }

  private void rows(
      String body,
      List<BodySeries.Month> months,
      List<Signal.Level> levels,
      Moments all,
      ChangePoint change) {
    for (int t = 0; t < months.size(); t++) {
      BodySeries.Month month = months.get(t);
      double difference = Sums.mean(month.residual()) - Sums.mean(all);
      double reach = reach(month.residual(), all, change);
      table.row(
          body,
          month.period(),
          month.residual().n(),
          month.score(),
          month.score() - difference,
          difference,
          -1.959964 * reach,
          1.959964 * reach,
          -3.090232 * reach,
          3.090232 * reach,
          levels.get(t).name(),
          run.config().model().modelId(),
          run.config().model().version());
    }
  }

  private void add(
      CheckName check,
      CheckLimits limits,
      BodySeries series,
      Moments all,
      ChangePoint change,
      double room,
      Signal.Level level) {
    String body = series.body();
    SignalDraft draft = SignalDraft.of(check, body).n(all.n());
    LocalText scope = new LocalText("", "");
    if (!series.isOfAllDomains()) {
      Model.Domain of = run.config().model().domains().get((int) series.domain());
      draft.scope("domain", of.domainId());
      scope = new LocalText("（" + of.name().zh() + "）", " (" + of.name().en() + ")");
    }
    if (level == Signal.Level.NOT_COMPUTED) {
      run.book()
          .add(draft.reason("TOO_FEW").level(level, "月份或档案过少，未计算", "too few months or dossiers"));
      return;
    }
    double effect = change.difference() / room;
    double reach = 1.96 * change.error() / room;
    String since = series.months().get(change.first()).period();
    String size = String.format(Locale.ROOT, "%+.3f ± %.3f", effect, reach);
    Signal signal =
        draft
            .effect(effect, effect - reach, effect + reach)
            .threshold(limits.watchEffect())
            .probability(change.probability())
            .level(
                level,
                run.name(body, true) + scope.zh() + "自 " + since + " 起评分变化 " + size + "（0–1）",
                run.name(body, false)
                    + scope.en()
                    + ": scores changed by "
                    + size
                    + " from "
                    + since);
    run.book().add(signal);
    if (level.isFlagged()) {
      DriftEvidence.add(run, signal, series.domain(), since, change.difference() > 0);
    }
  }
}
