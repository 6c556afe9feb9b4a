package org.evenstar.stats.severity;

import java.util.Comparator;

/**
 * A rating far from what the model expects: FACETS' table of unexpected responses.
 *
 * @param institution its institution
 * @param body its body
 * @param indicator its indicator
 * @param category the category given
 * @param expected the category expected
 * @param residual {@code (category - expected) / sqrt(variance)}
 */
public record UnexpectedRating(
    int institution, int body, int indicator, int category, double expected, double residual) {

  /** Farthest first; ties by institution, body and indicator. */
  static final Comparator<UnexpectedRating> FARTHEST_FIRST =
      Comparator.comparingDouble((UnexpectedRating rating) -> -Math.abs(rating.residual()))
          .thenComparingInt(UnexpectedRating::institution)
          .thenComparingInt(UnexpectedRating::body)
          .thenComparingInt(UnexpectedRating::indicator);
}
