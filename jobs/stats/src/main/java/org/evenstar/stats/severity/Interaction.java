package org.evenstar.stats.severity;

import java.util.OptionalDouble;

/**
 * How much stricter a body is on one indicator or domain than its severity says.
 *
 * <p>All else held, the one extra severity that makes observed and expected totals equal, as in
 * FACETS' bias table; its standard error is {@code 1/sqrt(sum V)}.
 *
 * @param body the body
 * @param scope number of the indicator or domain
 * @param n ratings
 * @param estimate in logits, positive is stricter there; absent where all ratings are at one end
 * @param standardError in logits
 * @param t {@code estimate / standardError}
 * @param observedLessExpected mean observed less mean expected category
 */
public record Interaction(
    int body,
    int scope,
    long n,
    OptionalDouble estimate,
    OptionalDouble standardError,
    OptionalDouble t,
    double observedLessExpected) {}
