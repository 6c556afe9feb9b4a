package org.evenstar.stats.severity;

/**
 * One threshold.
 *
 * @param indicator its indicator, or -1 where all indicators share it
 * @param step the threshold between categories {@code step} and {@code step + 1}
 * @param threshold in logits; those of one row sum to zero
 * @param standardError from the full information matrix, in logits
 */
public record ThresholdEstimate(int indicator, int step, double threshold, double standardError) {}
