package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DATE;
import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.CheckSettings;
import org.evenstar.schemas.config.Decision;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.multiple.Adjustment;
import org.jspecify.annotations.Nullable;

/**
 * The signals of one run with their evidence. Over all tests of the run the false discovery rate is
 * held (Benjamini and Hochberg 1995): a signal whose q is above it is not flagged. An ALERT is held
 * to a rate of its own, since where nothing is wrong that is the share of runs with an ALERT.
 */
final class SignalBook {
  /** Checks that look at more bodies than this list only what somebody should look at. */
  private static final int MOST_LISTED = 20;

  private final CheckSettings settings;
  private final Model model;
  private final Map<String, String> formerStates;
  private final SignalDecisions decisions;
  private final List<Signal> signals = new ArrayList<>();
  private final TableFile evidence =
      new TableFile("signal_evidence")
          .columns(TEXT, "signal_id", "body_id", "dossier_no", "file", "sheet")
          .column("row_number", INT)
          .columns(TEXT, "value", "expected");

  /**
   * @param formerStates state of every flagged or resolved signal of the release before, by id
   * @param decisions what was decided about signals
   */
  SignalBook(
      CheckSettings settings,
      Model model,
      Map<String, String> formerStates,
      SignalDecisions decisions) {
    this.settings = settings;
    this.model = model;
    this.decisions = decisions;
    this.formerStates = Map.copyOf(formerStates);
  }

  void add(Signal signal) {
    signals.add(signal);
  }

  /**
   * Adds the dossiers that show a check's signals, each under its body's signal.
   *
   * @param query selects body_id, dossier_no, file, sheet, row_number, value and expected as text,
   *     in a total order
   */
  void addEvidence(Engine engine, String checkId, String query) {
    addEvidence(engine, query, rows -> checkId + ":" + rows.textAt(0));
  }

  /** Adds the dossiers that show one signal; the query as above. */
  void addEvidenceOf(Engine engine, String signalId, String query) {
    addEvidence(engine, query, rows -> signalId);
  }

  /** Adds the dossiers that show signals of several checks; the query's eighth column names it. */
  void addRuleEvidence(Engine engine, String query) {
    addEvidence(engine, query, rows -> rows.textAt(7) + ":" + rows.textAt(0));
  }

  private void addEvidence(Engine engine, String query, Function<Rows, String> signalId) {
    try (Rows rows = engine.query(query)) {
      while (rows.next()) {
        evidence.row(
            signalId.apply(rows),
            rows.textAt(0),
            rows.textAt(1),
            rows.textAt(2),
            rows.textAt(3),
            rows.isNull(4) ? null : Long.valueOf(rows.longAt(4)),
            rows.textAt(5),
            rows.textAt(6));
      }
    }
  }

  /** Makes the tables {@code signal} and {@code signal_evidence}. */
  void register(Engine engine, Path folder) {
    TableFile table =
        new TableFile("signal")
            .columns(TEXT, "signal_id", "check_id", "body_id", "scope_kind", "scope_id", "period")
            .column("n", BIGINT)
            .columns(DOUBLE, "effect", "effect_lo", "effect_hi")
            .column("unit", TEXT)
            .columns(DOUBLE, "threshold", "p", "q")
            .columns(TEXT, "level", "state", "decision", "decision_role", "decision_reason")
            .columns(DATE, "decided_on", "decision_until")
            .columns(TEXT, "reason", "text_zh", "text_en", "model_id", "model_version");
    signals.sort(Comparator.comparing(Signal::id));
    Set<String> known = new HashSet<>(formerStates.keySet());
    signals.forEach(signal -> known.add(signal.id()));
    decisions.requireKnown(known);
    double[] tested = signals.stream().flatMapToDouble(s -> s.probability().stream()).toArray();
    double[] adjusted = Adjustment.BENJAMINI_HOCHBERG.adjust(tested);
    Set<String> crowded = crowded();
    Map<String, Long> quiet = new TreeMap<>();
    int test = 0;
    for (Signal signal : signals) {
      Double q = signal.probability().isPresent() ? Double.valueOf(adjusted[test++]) : null;
      Signal.Level level = q == null ? signal.level() : held(signal.level(), q);
      if (crowded.contains(signal.checkId()) && isQuiet(signal, level)) {
        quiet.merge(signal.checkId(), 1L, Long::sum);
      } else {
        row(table, signal, q, level);
      }
    }
    quiet.forEach((check, tests) -> addQuiet(table, check, tests));
    table.register(engine, folder);
    evidence.register(engine, folder);
  }

  /** A level held to the false discovery rates of the run. */
  private Signal.Level held(Signal.Level level, double q) {
    if (level.isFlagged() && q > settings.fdr().doubleValue()) {
      return Signal.Level.INFO;
    }
    return level == Signal.Level.ALERT && q > settings.alertFdr().doubleValue()
        ? Signal.Level.WATCH
        : level;
  }

  private Set<String> crowded() {
    Map<String, Set<String>> bodies = new HashMap<>();
    for (Signal signal : signals) {
      if (signal.bodyId() != null) {
        bodies.computeIfAbsent(signal.checkId(), check -> new HashSet<>()).add(signal.bodyId());
      }
    }
    bodies.values().removeIf(of -> of.size() <= MOST_LISTED);
    return bodies.keySet();
  }

  private void addQuiet(TableFile table, String check, long tests) {
    row(
        table,
        new Signal(
            check,
            null,
            "run",
            "unlisted",
            "*",
            tests,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            "tests",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Signal.Level.INFO,
            null,
            "另有 " + tests + " 项检验无异常或档案过少，未逐一列出",
            tests + " further tests found nothing or had too few dossiers, and are not listed"),
        null,
        Signal.Level.INFO);
  }

  private boolean isQuiet(Signal signal, Signal.Level level) {
    return (level == Signal.Level.INFO || level == Signal.Level.NOT_COMPUTED)
        && state(signal.id(), level).equals("QUIET")
        && decisions.of(signal.id()) == null;
  }

  private void row(TableFile table, Signal signal, @Nullable Double q, Signal.Level level) {
    Decision decision = decisions.of(signal.id());
    table.row(
        signal.id(),
        signal.checkId(),
        signal.bodyId(),
        signal.scopeKind(),
        signal.scopeId(),
        signal.period(),
        signal.n(),
        signal.effect(),
        signal.lower(),
        signal.upper(),
        signal.unit(),
        signal.threshold(),
        signal.probability(),
        q,
        level.name(),
        state(signal.id(), level),
        decisions.standing(signal.id(), level.isFlagged()),
        decision == null ? null : decision.role(),
        decision == null ? null : decision.reason(),
        decision == null ? null : decision.decidedOn(),
        decision == null ? null : decision.until(),
        signal.reason(),
        signal.zh(),
        signal.en(),
        model.modelId(),
        model.version());
  }

  private String state(String id, Signal.Level level) {
    String former = formerStates.get(id);
    if (!level.isFlagged()) {
      return former == null || former.equals("QUIET") ? "QUIET" : "RESOLVED";
    }
    if (former == null || former.equals("QUIET")) {
      return "NEW";
    }
    return former.equals("RESOLVED") ? "RETURNED" : "PERSISTS";
  }
}
