package org.evenstar.stats.funnel;

/** Where a unit lies in a funnel. */
public enum Position {
  /** Below the outer limit (99.8 %). */
  LOW_998,
  /** Below the inner limit (95 %) only. */
  LOW_95,
  /** Within both limits. */
  INSIDE,
  /** Above the inner limit only. */
  HIGH_95,
  /** Above the outer limit. */
  HIGH_998;

  static Position of(double value, Limits limits, int unit) {
    if (value < limits.lower998()[unit]) {
      return LOW_998;
    }
    if (value > limits.upper998()[unit]) {
      return HIGH_998;
    }
    if (value < limits.lower95()[unit]) {
      return LOW_95;
    }
    return value > limits.upper95()[unit] ? HIGH_95 : INSIDE;
  }

  /** Whether the unit lies outside the outer limits. */
  public boolean isBeyond998() {
    return this == LOW_998 || this == HIGH_998;
  }
}
