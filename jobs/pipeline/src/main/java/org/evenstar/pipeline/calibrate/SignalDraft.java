package org.evenstar.pipeline.calibrate;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A signal while a check puts it together; what is not said is absent. */
final class SignalDraft {
  private final String check;
  private final @Nullable String body;
  private String scopeKind = "body";
  private String scopeId;
  private String period = "*";
  private long n;
  private OptionalDouble effect = OptionalDouble.empty();
  private OptionalDouble lower = OptionalDouble.empty();
  private OptionalDouble upper = OptionalDouble.empty();
  private String unit = "score";
  private OptionalDouble threshold = OptionalDouble.empty();
  private OptionalDouble probability = OptionalDouble.empty();
  private @Nullable String reason;

  private SignalDraft(String check, @Nullable String body, String scopeId) {
    this.check = check;
    this.body = body;
    this.scopeId = scopeId;
  }

  /** Of one body. */
  static SignalDraft of(CheckName check, String body) {
    return of(check.id(), body);
  }

  /** Of one body, by a check or rule of this id. */
  static SignalDraft of(String check, String body) {
    return new SignalDraft(check, body, body);
  }

  /** Of the run as a whole. */
  static SignalDraft ofRun(CheckName check) {
    SignalDraft draft = new SignalDraft(check.id(), null, "all");
    draft.scopeKind = "run";
    return draft;
  }

  SignalDraft scope(String kind, String id) {
    scopeKind = kind;
    scopeId = id;
    return this;
  }

  SignalDraft period(String value) {
    period = value;
    return this;
  }

  SignalDraft n(long value) {
    n = value;
    return this;
  }

  SignalDraft unit(String value) {
    unit = value;
    return this;
  }

  SignalDraft effect(double value) {
    effect = OptionalDouble.of(value);
    return this;
  }

  /** The effect with its 95 % interval. */
  SignalDraft effect(double value, double lowerEnd, double upperEnd) {
    lower = OptionalDouble.of(lowerEnd);
    upper = OptionalDouble.of(upperEnd);
    return effect(value);
  }

  SignalDraft threshold(double value) {
    threshold = OptionalDouble.of(value);
    return this;
  }

  SignalDraft probability(double value) {
    probability = OptionalDouble.of(value);
    return this;
  }

  SignalDraft reason(String value) {
    reason = value;
    return this;
  }

  Signal level(Signal.Level level, String zh, String en) {
    boolean isTested = level != Signal.Level.NOT_COMPUTED && level != Signal.Level.NOT_IDENTIFIED;
    return new Signal(
        check,
        body,
        scopeKind,
        scopeId,
        period,
        n,
        isTested ? effect : OptionalDouble.empty(),
        isTested ? lower : OptionalDouble.empty(),
        isTested ? upper : OptionalDouble.empty(),
        unit,
        threshold,
        isTested ? probability : OptionalDouble.empty(),
        level,
        reason,
        zh,
        en);
  }
}
