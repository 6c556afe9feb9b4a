package org.evenstar.stats.severity;

/**
 * The severity of one body.
 *
 * @param body its number
 * @param severity in logits, positive is stricter; the severities of a component sum to zero
 * @param standardError from the full information matrix, in logits
 * @param robustError the sandwich by institution, in logits: allows for halo, that is for ratings
 *     within an institution that depend on each other more than the model says
 * @param component number of the set of bodies within which it can be compared
 * @param linkedInstitutions informative institutions it shares with another body
 * @param isWeaklyLinked whether {@code standardError} exceeds what was asked for
 * @param isAnchored whether it was held fixed
 */
public record BodyEstimate(
    int body,
    double severity,
    double standardError,
    double robustError,
    int component,
    int linkedInstitutions,
    boolean isWeaklyLinked,
    boolean isAnchored) {}
