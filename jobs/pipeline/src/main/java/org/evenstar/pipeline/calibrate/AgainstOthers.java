package org.evenstar.pipeline.calibrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.stats.Status;
import org.evenstar.stats.funnel.OthersFunnel;

/**
 * One figure of each body held to the spread of all others ({@link OthersFunnel}), scope by scope.
 * Bodies with too few dossiers take no part.
 */
final class AgainstOthers {
  /** Which side of the others is worth a look. */
  enum Side {
    ABOVE,
    BELOW,
    BOTH
  }

  /**
   * A body's figure.
   *
   * @param n dossiers behind it
   * @param error standard error, positive
   */
  record Unit(String body, long n, double value, double error) {}

  private record Scope(String kind, String id, LocalText name, List<Unit> units) {}

  private final CheckRun run;
  private final CheckName check;
  private final CheckLimits limits;
  private final Side side;
  private final String unit;
  private final List<Scope> scopes = new ArrayList<>();
  private final List<String> flagged = new ArrayList<>();
  private final Map<String, Long> tooFew = new TreeMap<>();

  AgainstOthers(CheckRun run, CheckName check, CheckLimits limits, Side side, String unit) {
    this.run = run;
    this.check = check;
    this.limits = limits;
    this.side = side;
    this.unit = unit;
  }

  /** Runs a check, where it is enabled, with least effects of its own. */
  static void run(
      CheckRun run,
      CheckName check,
      List<Unit> units,
      Side side,
      String unit,
      String watch,
      String alert) {
    if (run.isEnabled(check)) {
      CheckLimits limits = run.limits(check, new BigDecimal(watch), new BigDecimal(alert));
      new AgainstOthers(run, check, limits, side, unit).compare(units);
    }
  }

  /** Compares the bodies as a whole. */
  private void compare(List<Unit> units) {
    add("body", "", new LocalText("", ""), units);
    finish();
  }

  /** Takes one scope, such as a domain; scopes share the spread beyond chance. */
  void add(String scopeKind, String scopeId, LocalText scope, List<Unit> units) {
    List<Unit> large = new ArrayList<>();
    for (Unit one : units) {
      if (one.n() >= limits.minN()) {
        large.add(one);
      } else {
        tooFew.merge(one.body(), one.n(), Math::max);
      }
    }
    scopes.add(new Scope(scopeKind, scopeId, scope, large));
  }

  /** Compares scope by scope, and says once a body what could not be computed; the last call. */
  void finish() {
    List<String> bodies =
        scopes.stream()
            .flatMap(scope -> scope.units().stream().map(Unit::body))
            .distinct()
            .sorted()
            .toList();
    double[][] values = new double[scopes.size()][bodies.size()];
    double[][] errors = new double[scopes.size()][bodies.size()];
    double[][] degrees = new double[scopes.size()][bodies.size()];
    for (int scope = 0; scope < values.length; scope++) {
      for (Unit one : scopes.get(scope).units()) {
        int body = Collections.binarySearch(bodies, one.body());
        values[scope][body] = one.value();
        errors[scope][body] = one.error();
        degrees[scope][body] = Math.max(1, one.n() - 1);
      }
    }
    List<OthersFunnel> funnels = OthersFunnel.ofParts(values, errors, degrees);
    for (int scope = 0; scope < values.length; scope++) {
      OthersFunnel funnel = funnels.get(scope);
      for (Unit one : scopes.get(scope).units()) {
        if (funnel.status() == Status.OK) {
          tooFew.remove(one.body());
          int body = Collections.binarySearch(bodies, one.body());
          run.book().add(signal(scopes.get(scope), one, funnel, body));
        } else {
          tooFew.merge(one.body(), one.n(), Math::max);
        }
      }
    }
    notComputed();
  }

  private Signal signal(Scope scope, Unit one, OthersFunnel funnel, int i) {
    double effect = funnel.differences()[i];
    double reach = funnel.reaches()[i];
    double p = funnel.probabilities()[i];
    boolean isOtherSide = side == Side.ABOVE ? effect < 0 : side == Side.BELOW && effect > 0;
    Signal.Level level = isOtherSide ? Signal.Level.INFO : limits.level(one.n(), effect, p);
    SignalDraft draft =
        SignalDraft.of(check, one.body())
            .n(one.n())
            .unit(unit)
            .effect(effect, effect - reach, effect + reach)
            .threshold(limits.watchEffect())
            .probability(p);
    if (!scope.kind().equals("body")) {
      draft.scope(scope.kind(), scope.id());
    }
    Signal signal =
        draft.level(
            level,
            words(
                scope.name().zh(),
                run.name(one.body(), true),
                check.title().zh(),
                "，其他机构 ",
                one,
                funnel,
                i),
            words(
                scope.name().en(),
                run.name(one.body(), false),
                check.title().en(),
                ", other bodies ",
                one,
                funnel,
                i));
    if (level.isFlagged()) {
      flagged.add(one.body() + "\t" + scope.id());
    }
    return signal;
  }

  private static String words(
      String scope,
      String body,
      String title,
      String others,
      Unit one,
      OthersFunnel funnel,
      int i) {
    return title
        + (scope.isEmpty() ? "" : " (" + scope + ")")
        + ": "
        + body
        + String.format(Locale.ROOT, " %.3f", one.value())
        + others
        + String.format(Locale.ROOT, "%.3f ± %.3f", funnel.centres()[i], funnel.reaches()[i]);
  }

  private void notComputed() {
    tooFew.forEach(
        (body, n) ->
            run.book()
                .add(
                    SignalDraft.of(check, body)
                        .n(n)
                        .unit(unit)
                        .reason(n < limits.minN() ? "MIN_N" : "TOO_FEW_BODIES")
                        .level(
                            Signal.Level.NOT_COMPUTED,
                            "档案或可比机构过少，未计算",
                            "too few dossiers or bodies to compare with; not computed")));
  }

  /** Body and scope of what was flagged, joined by a tab. */
  List<String> flagged() {
    return flagged;
  }
}
