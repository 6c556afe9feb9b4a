package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.util.List;
import java.util.Locale;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.funnel.MeansFunnel;
import org.evenstar.stats.funnel.RatioFunnel;
import org.evenstar.stats.funnel.RatioMethod;

/**
 * Severity checks {@code funnel} and {@code pass_rate}: scores and stars of a body against what its
 * clients would have got from all bodies, in a funnel that allows for over-dispersion
 * (Spiegelhalter 2005). A difference is a body's or its clients': these data cannot tell which.
 * Where too few of its dossiers lie in shared strata the answer is NOT_IDENTIFIED.
 */
final class CaseMixChecks {
  private final CheckRun run;
  private final CaseMix mix;
  private final TableFile funnels =
      new TableFile("body_funnel")
          .columns(TEXT, "body_id", "measure_id")
          .column("n", BIGINT)
          .columns(
              DOUBLE,
              "observed",
              "expected",
              "ratio",
              "lo_95",
              "hi_95",
              "lo_998",
              "hi_998",
              "dispersion")
          .columns(TEXT, "status", "model_id", "model_version");

  private CaseMixChecks(CheckRun run) {
    this.run = run;
    this.mix = CaseMix.read(run);
  }

  static void run(CheckRun run) {
    CaseMixChecks checks = new CaseMixChecks(run);
    checks.passRates();
    checks.scores();
    checks.funnels.register(run.engine(), run.folder());
  }

  private void passRates() {
    CheckLimits limits = run.limits(CheckName.PASS_RATE);
    List<CaseMix.Body> judged =
        mix.bodies().stream()
            .filter(
                body ->
                    isJudged(CheckName.PASS_RATE, limits, body, body.starred, body.sharedStarred))
            .filter(body -> body.expectedPassed > 0)
            .toList();
    RatioFunnel funnel =
        RatioFunnel.of(
            judged.stream().mapToDouble(body -> body.passed).toArray(),
            judged.stream().mapToDouble(body -> body.expectedPassed).toArray(),
            RatioMethod.CQC);
    String measure = measure();
    for (int i = 0; i < judged.size(); i++) {
      CaseMix.Body body = judged.get(i);
      double n = body.sharedStarred;
      double effect = (body.passed - body.expectedPassed) / n;
      double p = Distributions.normalTwoSided(funnel.adjustedZ()[i]);
      double share = body.expectedPassed / n;
      double low = (funnel.limits().lower95()[i] - 1) * share;
      double high = (funnel.limits().upper95()[i] - 1) * share;
      funnels.row(
          body.id,
          measure,
          body.sharedStarred,
          body.passed,
          body.expectedPassed,
          funnel.ratios()[i],
          funnel.limits().lower95()[i],
          funnel.limits().upper95()[i],
          funnel.limits().lower998()[i],
          funnel.limits().upper998()[i],
          funnel.overDispersion().phi(),
          funnel.status().name(),
          run.config().model().modelId(),
          run.config().model().version());
      String numbers =
          String.format(
              Locale.ROOT, " %.0f / %.1f (n %d)", body.passed, body.expectedPassed, (long) n);
      add(
          CheckName.PASS_RATE,
          limits,
          body,
          (long) n,
          effect,
          new double[] {low, high},
          p,
          numbers);
    }
  }

  /** What passing means in this run: see pass_star. */
  private String measure() {
    try (Rows rows =
        run.engine()
            .query(
                "select max(body_stratum.applied_star), min(pass_star.star) from body_stratum"
                    + " cross join pass_star")) {
      boolean hasRow = rows.next() && !rows.isNull(0);
      return !hasRow || rows.longAt(0) >= 0
          ? "awarded_as_applied"
          : "star_" + rows.longAt(1) + "_or_more";
    }
  }

  private void scores() {
    CheckLimits limits = run.limits(CheckName.FUNNEL);
    double variance = mix.variance();
    List<CaseMix.Body> judged =
        mix.bodies().stream()
            .filter(
                body -> isJudged(CheckName.FUNNEL, limits, body, body.scored, body.sharedScored))
            .filter(body -> body.error(variance) > 0)
            .toList();
    MeansFunnel funnel =
        MeansFunnel.of(
            judged.stream().mapToDouble(CaseMix.Body::difference).toArray(),
            judged.stream().mapToDouble(body -> body.error(variance)).toArray(),
            0);
    for (int i = 0; i < judged.size(); i++) {
      CaseMix.Body body = judged.get(i);
      double reach = funnel.limits().upper95()[i];
      String numbers = String.format(Locale.ROOT, " %+.3f ± %.3f (0–1)", body.difference(), reach);
      add(
          CheckName.FUNNEL,
          limits,
          body,
          body.sharedScored,
          body.difference(),
          new double[] {-reach, reach},
          funnel.probabilities()[i],
          numbers);
    }
  }

  private void add(
      CheckName check,
      CheckLimits limits,
      CaseMix.Body body,
      long n,
      double effect,
      double[] reach,
      double p,
      String numbers) {
    if (!run.isEnabled(check)) {
      return;
    }
    run.book()
        .add(
            SignalDraft.of(check, body.id)
                .n(n)
                .unit(check == CheckName.FUNNEL ? "score" : "share")
                .effect(effect, effect + reach[0], effect + reach[1])
                .threshold(limits.watchEffect())
                .probability(p)
                .level(
                    limits.level(n, effect, p),
                    check.title().zh()
                        + "："
                        + run.name(body.id, true)
                        + numbers
                        + "；原因可能在机构，也可能在客户",
                    check.title().en()
                        + ": "
                        + run.name(body.id, false)
                        + numbers
                        + "; the reason may be the body or its clients"));
  }

  private boolean isJudged(
      CheckName check, CheckLimits limits, CaseMix.Body body, long n, long shared) {
    if (n == 0) {
      return false;
    }
    boolean isLarge = n >= limits.minN();
    boolean isShared = shared > 0 && shared >= run.limit(check, "shared_share", "0.5") * n;
    if (isLarge && isShared) {
      return true;
    }
    if (run.isEnabled(check)) {
      run.book()
          .add(
              SignalDraft.of(check, body.id)
                  .n(n)
                  .reason(isLarge ? "STRATA_NOT_SHARED" : "MIN_N")
                  .level(
                      isLarge ? Signal.Level.NOT_IDENTIFIED : Signal.Level.NOT_COMPUTED,
                      isLarge ? "客户类别与其他机构几乎不重叠，无法比较；请双重评分" : "档案过少，未计算",
                      isLarge
                          ? "its kinds of client are hardly shared with other bodies: no"
                              + " comparison; have dossiers scored twice"
                          : "too few dossiers; not computed"));
    }
    return false;
  }
}
