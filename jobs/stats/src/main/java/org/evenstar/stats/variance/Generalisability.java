package org.evenstar.stats.variance;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How far an institution's mean score would be the same from other bodies and indicators.
 *
 * <p>Institution variance σ²_p against error: relative {@code σ²_pb/n_b + σ²_pi/n_i + σ²_res/(n_b
 * n_i)}, absolute also {@code σ²_b/n_b + σ²_i/n_i + σ²_bi/(n_b n_i)} (Cronbach et al. 1972; Brennan
 * 2001, Generalizability Theory). Pass 0 for a component that was not estimated. All components 0:
 * no coefficient.
 *
 * @param institution σ²_p
 * @param body σ²_b
 * @param indicator σ²_i
 * @param institutionBody σ²_pb
 * @param institutionIndicator σ²_pi
 * @param bodyIndicator σ²_bi
 * @param residual σ²_res
 */
public record Generalisability(
    double institution,
    double body,
    double indicator,
    double institutionBody,
    double institutionIndicator,
    double bodyIndicator,
    double residual) {

  private static final int MOST_BODIES = 1_000;

  /** Eρ² for ranking institutions scored by the same bodies on the same indicators. */
  public OptionalDouble relative(int bodies, int indicators) {
    return coefficient(relativeError(bodies, indicators));
  }

  /** Φ for the level itself: bodies differ from institution to institution. */
  public OptionalDouble absolute(int bodies, int indicators) {
    return coefficient(absoluteError(bodies, indicators));
  }

  /** The error variance of a comparison. */
  public double relativeError(int bodies, int indicators) {
    requirePositive(bodies, indicators);
    return institutionBody / bodies
        + institutionIndicator / indicators
        + residual / ((double) bodies * indicators);
  }

  /** The error variance of a level. */
  public double absoluteError(int bodies, int indicators) {
    return relativeError(bodies, indicators)
        + body / bodies
        + indicator / indicators
        + bodyIndicator / ((double) bodies * indicators);
  }

  /**
   * The decision study: the fewest bodies per institution for a wanted Φ; empty when even a
   * thousand would not do, because the indicators limit it.
   */
  public OptionalInt bodiesFor(double wanted, int indicators) {
    for (int bodies = 1; bodies <= MOST_BODIES; bodies++) {
      if (absolute(bodies, indicators).orElse(0) >= wanted) {
        return OptionalInt.of(bodies);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalDouble coefficient(double error) {
    double total = institution + error;
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(institution / total);
  }

  private static void requirePositive(int bodies, int indicators) {
    if (bodies < 1 || indicators < 1) {
      throw new IllegalArgumentException(
          "Cannot plan '%d bodies and %d indicators': both are at least 1; give the numbers of one dossier"
              .formatted(bodies, indicators));
    }
  }
}
