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

import java.util.ArrayList;
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
  private static final List<CheckName> BUILT_IN =
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

  /** One rule, built in or of the configuration. */
  private record Rule(String id, LocalText title, boolean isAdvice) {}

  private final CheckRun run;
  private final OwnRules own;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Long> dossiers = new TreeMap<>();
  private final Map<String, long[]> found = new HashMap<>();

  private RuleChecks(CheckRun run) {
    this.run = run;
    this.own = new OwnRules(run);
    for (CheckName check : BUILT_IN) {
      if (run.isEnabled(check)) {
        rules.add(new Rule(check.id(), check.title(), isAdvice(check)));
      }
    }
    own.enabled().forEach(rule -> rules.add(new Rule(rule.checkId(), rule.title(), false)));
  }

  static void run(CheckRun run) {
    RuleChecks checks = new RuleChecks(run);
    checks.own.find();
    checks.read();
    checks.rules.forEach(checks::signals);
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
                    + own.counts()
                    + " order by check_id, body_id")) {
      while (rows.next()) {
        dossiers.putIfAbsent(Sums.text(rows, 1), 0L);
        found.put(
            rows.textAt(0) + ":" + rows.textAt(1), new long[] {rows.longAt(2), rows.longAt(3)});
      }
    }
  }

  private void signals(Rule rule) {
    dossiers.forEach(
        (body, n) -> {
          long[] counts = found.getOrDefault(rule.id() + ":" + body, new long[2]);
          run.book().add(signal(rule, body, n, counts[0], counts[1]));
        });
  }

  /** The first dossiers of every body and rule. */
  private void evidence() {
    if (rules.isEmpty()) {
      return;
    }
    String ids =
        rules.stream().map(rule -> "'" + rule.id() + "'").collect(Collectors.joining(", "));
    run.book()
        .addRuleEvidence(
            run.engine(),
            "select body_id, dossier_no, file, sheet, row_number, value, expected, check_id from"
                + " (select check_id, body_id, dossier_no, file, sheet, row_number, value,"
                + " expected, row_number() over (partition by check_id, body_id order by"
                + " dossier_no, row_key) as place from ("
                + own.findings()
                + ") as found where check_id in ("
                + ids
                + ")) as finding where place <= "
                + MOST_EVIDENCE
                + " order by check_id, body_id, dossier_no");
  }

  private Signal signal(Rule rule, String body, long n, long breaks, long setAside) {
    CheckLimits limits = run.limits(rule.id());
    long looked = n + setAside;
    Estimate share = BinomialInterval.wilson(breaks + setAside, Math.max(1, looked), 0.95);
    double effect = share.value().orElseThrow();
    boolean isLarge = looked >= limits.minNAlone() && effect >= limits.watchEffect();
    boolean isAlert = !rule.isAdvice() && isLarge && effect >= limits.alertEffect();
    boolean isWatch = rule.isAdvice() ? isLarge : breaks + setAside > 0;
    LocalText title = rule.title();
    return SignalDraft.of(rule.id(), body)
        .n(looked)
        .unit("share")
        .effect(
            effect, share.interval().orElseThrow().lower(), share.interval().orElseThrow().upper())
        .threshold(rule.isAdvice() ? limits.watchEffect() : isAlert ? limits.alertEffect() : 0)
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
                + (setAside > 0
                    ? ", of which "
                        + setAside
                        + (setAside == 1 ? " row was" : " rows were")
                        + " told at landing"
                    : ""));
  }

  private boolean isAdvice(CheckName check) {
    Model.Floor floor = run.config().model().rule().floor();
    return check == SURVEILLANCE_OVERDUE
        || check == INDICATOR_MISSING
        || check == WEIGHTS_DIFFER
        || (check == DOMAIN_BELOW_FLOOR && (floor == null || !floor.enforced()));
  }
}
