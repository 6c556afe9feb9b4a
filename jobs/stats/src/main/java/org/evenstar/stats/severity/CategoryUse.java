package org.evenstar.stats.severity;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How one category of the scale is used.
 *
 * <p>Guidelines of Linacre (2002), J. Applied Measurement 3: at least ten uses, average measures
 * and thresholds that rise, thresholds that advance by 1.4 to 5 logits.
 *
 * @param body the body, or -1 for all
 * @param indicator the indicator, or -1 for all
 * @param category the category
 * @param n uses
 * @param averageMeasure mean of {@code theta - difficulty - severity} over its uses, in logits;
 *     absent without uses
 * @param threshold the threshold below the category, in logits; absent for the lowest
 * @param warnings what is odd about it
 */
public record CategoryUse(
    int body,
    int indicator,
    int category,
    long n,
    OptionalDouble averageMeasure,
    OptionalDouble threshold,
    Set<Warning> warnings) {

  /** What may be odd about a category. */
  public enum Warning {
    /** Fewer uses than the limit. */
    FEW_USES,
    /** Its average measure is below that of the category under it. */
    AVERAGE_DISORDERED,
    /** Its threshold is below the one under it. */
    THRESHOLD_DISORDERED,
    /** Its threshold is so close to the one under it that the categories are hardly told apart. */
    ADVANCE_TOO_SMALL,
    /** Its threshold is so far from the one under it that the category under it is too wide. */
    ADVANCE_TOO_LARGE
  }

  /**
   * Limits for warnings.
   *
   * @param fewestUses uses
   * @param smallestAdvance in logits
   * @param largestAdvance in logits
   */
  public record Limits(long fewestUses, double smallestAdvance, double largestAdvance) {
    /** Ten uses, advances of 1.4 to 5 logits. */
    public static final Limits LINACRE = new Limits(10, 1.4, 5);
  }

  /** Copies the warnings. */
  public CategoryUse {
    warnings = Set.copyOf(warnings);
  }

  static Set<Warning> advance(double from, double to, Limits limits) {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    double advance = to - from;
    if (advance < 0) {
      warnings.add(Warning.THRESHOLD_DISORDERED);
    } else if (advance < limits.smallestAdvance()) {
      warnings.add(Warning.ADVANCE_TOO_SMALL);
    } else if (advance > limits.largestAdvance()) {
      warnings.add(Warning.ADVANCE_TOO_LARGE);
    }
    return warnings;
  }
}
