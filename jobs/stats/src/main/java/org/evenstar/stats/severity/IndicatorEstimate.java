package org.evenstar.stats.severity;

/**
 * The difficulty of one indicator.
 *
 * @param indicator its number
 * @param difficulty in logits; difficulties sum to zero
 * @param standardError from the full information matrix, in logits
 * @param robustError the sandwich by institution, in logits
 * @param isAnchored whether it was held fixed
 */
public record IndicatorEstimate(
    int indicator,
    double difficulty,
    double standardError,
    double robustError,
    boolean isAnchored) {}
