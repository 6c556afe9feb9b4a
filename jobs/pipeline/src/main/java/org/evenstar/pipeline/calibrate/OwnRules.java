package org.evenstar.pipeline.calibrate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenstar.engine.EngineException;
import org.evenstar.schemas.config.CheckSettings.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The rules that {@code checks.json} adds: one condition each over the columns of {@code dossier}.
 * Makes the table {@code own_rule_finding} in the form of {@code rule_finding}.
 */
final class OwnRules {
  private static final String COLUMNS =
      "check_id, body_id, row_key, dossier_no, file, sheet, row_number, value, expected";

  private final CheckRun run;
  private final List<Rule> enabled;

  OwnRules(CheckRun run) {
    this.run = run;
    this.enabled =
        run.settings().rules().stream()
            .filter(rule -> run.settings().isEnabled(rule.checkId()))
            .toList();
    Set<String> taken =
        Stream.of(CheckName.values()).map(CheckName::id).collect(Collectors.toSet());
    for (Rule rule : run.settings().rules()) {
      if (!taken.add(rule.checkId())) {
        throw failure(rule, "another check has this id; choose one of its own", null);
      }
    }
  }

  List<Rule> enabled() {
    return enabled;
  }

  /** Looks every rule up on its own first, so that a mistake is told with the rule it is in. */
  void find() {
    for (Rule rule : enabled) {
      try (var rows = run.engine().query(select(rule) + " limit 0")) {
        rows.next();
      } catch (EngineException e) {
        throw failure(rule, String.valueOf(e.getMessage()), e);
      }
    }
    if (!enabled.isEmpty()) {
      run.engine()
          .create(
              "own_rule_finding",
              enabled.stream().map(OwnRules::select).collect(Collectors.joining(" union all ")));
    }
  }

  private static String select(Rule rule) {
    return "select '"
        + rule.checkId()
        + "' as check_id, body_id, row_key, dossier_no, file, sheet, row_number, cast("
        + Objects.requireNonNullElse(rule.value(), "''")
        + " as string) as value, cast("
        + Objects.requireNonNullElse(rule.expected(), "''")
        + " as string) as expected from dossier where ("
        + rule.brokenIf()
        + ")";
  }

  /** Counts by check and body to be added to those of {@code rule_count}; empty without rules. */
  String counts() {
    return enabled.isEmpty()
        ? ""
        : " union all select check_id, body_id, cast(count(*) as bigint) as n_found,"
            + " cast(0 as bigint) as n_set_aside from own_rule_finding group by check_id, body_id";
  }

  /** Every finding, built in or of one's own. */
  String findings() {
    String builtIn = "select " + COLUMNS + " from rule_finding";
    return enabled.isEmpty()
        ? builtIn
        : builtIn + " union all select " + COLUMNS + " from own_rule_finding";
  }

  private static IllegalArgumentException failure(
      Rule rule, String why, @Nullable EngineException cause) {
    return new IllegalArgumentException(
        "Cannot run rule '" + rule.checkId() + "' of config/checks.json: " + why, cause);
  }
}
