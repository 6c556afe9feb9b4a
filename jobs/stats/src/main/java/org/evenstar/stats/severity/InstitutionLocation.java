package org.evenstar.stats.severity;

/**
 * Where one institution stands.
 *
 * @param institution its number
 * @param location Warm's estimate, in logits
 * @param standardError in logits
 * @param ratings number of ratings
 * @param score total of its categories
 * @param isExtreme whether all its ratings are lowest or all highest
 */
public record InstitutionLocation(
    int institution,
    double location,
    double standardError,
    int ratings,
    int score,
    boolean isExtreme) {}
