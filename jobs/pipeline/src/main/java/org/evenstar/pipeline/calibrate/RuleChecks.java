package org.evenstar.pipeline.calibrate;

import static org.evenstar.pipeline.calibrate.CheckName.AWARDED_ABOVE_APPLIED;
import static org.evenstar.pipeline.calibrate.CheckName.CERTIFICATE_DATES;
import static org.evenstar.pipeline.calibrate.CheckName.CERTIFICATE_TWICE;
import static org.evenstar.pipeline.calibrate.CheckName.DOMAIN_BELOW_FLOOR;
import static org.evenstar.pipeline.calibrate.CheckName.INDICATOR_MISSING;
import static org.evenstar.pipeline.calibrate.CheckName.NOT_APPLICABLE_SHARE;
import static org.evenstar.pipeline.calibrate.CheckName.SCORE_OUTSIDE_SCALE;
import static org.evenstar.pipeline.calibrate.CheckName.SURVEILLANCE_OVERDUE;
import static org.evenstar.pipeline.calibrate.CheckName.VERSION_OUTDATED;
import static org.evenstar.pipeline.calibrate.CheckName.WEIGHTS_DIFFER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.BinomialInterval;

/**
 * The rules that every dossier keeps or breaks, by body. Effect: share of the body's dossiers that
 * break the rule, with Wilson's 95 % interval.
 *
 * <p>A breach needs no statistics: one is a WATCH, a share above the alert effect with at least
 * {@code min_n_alone} dossiers an ALERT. A rule that the model only recommends, that leaves the
 * star in doubt without making it wrong, or that the body alone cannot keep, is a WATCH from the
 * watch effect on and never an ALERT.
 */
final class RuleChecks {
  private static final List<CheckName> RULES =
      List.of(
          AWARDED_ABOVE_APPLIED,
          DOMAIN_BELOW_FLOOR,
          NOT_APPLICABLE_SHARE,
          INDICATOR_MISSING,
          SCORE_OUTSIDE_SCALE,
          VERSION_OUTDATED,
          WEIGHTS_DIFFER,
          CERTIFICATE_DATES,
          SURVEILLANCE_OVERDUE,
          CERTIFICATE_TWICE);

  /** Dossiers named beside one signal; the text says how many there are. */
  private static final int MOST_EVIDENCE = 200;

  private final CheckRun run;
  private final Map<String, Long> dossiers = new TreeMap<>();
  private final Map<String, long[]> found = new HashMap<>();

  private RuleChecks(CheckRun run) {
    this.run = run;
  }

  static void run(CheckRun run) {
    RuleChecks checks = new RuleChecks(run);
    checks.read();
    for (CheckName rule : RULES) {
      if (run.isEnabled(rule)) {
        checks.rule(rule);
      }
    }
    checks.evidence();
  }

  private void read() {
    try (Rows rows = run.engine().query("select body_id, n from body_count order by body_id")) {
      while (rows.next()) {
        dossiers.put(Sums.text(rows, 0), rows.longAt(1));
      }
    }
    try (Rows rows =
        run.engine()
            .query(
                "select check_id, body_id, n_found, n_set_aside from rule_count"
                    + " order by check_id, body_id")) {
      while (rows.next()) {
        dossiers.putIfAbsent(Sums.text(rows, 1), 0L);
        found.put(
            rows.textAt(0) + ":" + rows.textAt(1), new long[] {rows.longAt(2), rows.longAt(3)});
      }
    }
  }

  private void rule(CheckName rule) {
    dossiers.forEach(
        (body, n) -> {
          long[] counts = found.getOrDefault(rule.id() + ":" + body, new long[2]);
          run.book().add(signal(rule, body, n, counts[0], counts[1]));
        });
  }

  /** The first dossiers of every body and rule. */
  private void evidence() {
    String enabled =
        RULES.stream()
            .filter(run::isEnabled)
            .map(rule -> "'" + rule.id() + "'")
            .collect(Collectors.joining(", "));
    if (enabled.isEmpty()) {
      return;
    }
    run.book()
        .addRuleEvidence(
            run.engine(),
            "select body_id, dossier_no, file, sheet, row_number, value, expected, check_id from"
                + " (select check_id, body_id, dossier_no, file, sheet, row_number, value,"
                + " expected, row_number() over (partition by check_id, body_id order by"
                + " dossier_no, row_key) as place from rule_finding where check_id in ("
                + enabled
                + ")) as finding where place <= "
                + MOST_EVIDENCE
                + " order by check_id, body_id, dossier_no");
  }

  private Signal signal(CheckName rule, String body, long n, long breaks, long setAside) {
    CheckLimits limits = run.limits(rule);
    long looked = n + setAside;
    Estimate share = BinomialInterval.wilson(breaks + setAside, Math.max(1, looked), 0.95);
    double effect = share.value().orElseThrow();
    boolean isLarge = looked >= limits.minNAlone() && effect >= limits.watchEffect();
    boolean isAlert = !isAdvice(rule) && isLarge && effect >= limits.alertEffect();
    boolean isWatch = isAdvice(rule) ? isLarge : breaks + setAside > 0;
    LocalText title = rule.title();
    return SignalDraft.of(rule, body)
        .n(looked)
        .unit("share")
        .effect(
            effect, share.interval().orElseThrow().lower(), share.interval().orElseThrow().upper())
        .threshold(isAdvice(rule) ? limits.watchEffect() : isAlert ? limits.alertEffect() : 0)
        .level(
            isAlert ? Signal.Level.ALERT : isWatch ? Signal.Level.WATCH : Signal.Level.INFO,
            title.zh()
                + "："
                + looked
                + " 份中 "
                + (breaks + setAside)
                + " 份"
                + (setAside > 0 ? "，其中 " + setAside + " 行在接收时已隔离或注明" : ""),
            title.en()
                + ": "
                + (breaks + setAside)
                + " of "
                + looked
                + (setAside > 0 ? ", of which " + setAside + " rows were told at landing" : ""));
  }

  private boolean isAdvice(CheckName rule) {
    Model.Floor floor = run.config().model().rule().floor();
    return rule == SURVEILLANCE_OVERDUE
        || rule == INDICATOR_MISSING
        || rule == WEIGHTS_DIFFER
        || (rule == DOMAIN_BELOW_FLOOR && (floor == null || !floor.enforced()));
  }
}
