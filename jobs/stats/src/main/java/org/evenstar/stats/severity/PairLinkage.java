package org.evenstar.stats.severity;

/**
 * What two bodies share.
 *
 * @param bodyA one body
 * @param bodyB the other, of higher number
 * @param institutions institutions rated by both
 * @param ratings pairs of ratings of the two on one indicator of one institution
 * @param observedAgreement share of those pairs in one category
 * @param expectedAgreement the share the model expects of independent ratings
 */
public record PairLinkage(
    int bodyA,
    int bodyB,
    long institutions,
    long ratings,
    double observedAgreement,
    double expectedAgreement) {}
