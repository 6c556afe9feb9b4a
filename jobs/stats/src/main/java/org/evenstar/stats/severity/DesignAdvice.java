package org.evenstar.stats.severity;

/**
 * Institutions to have scored by two bodies.
 *
 * @param bodyA one body
 * @param bodyB the other
 * @param fewest how many already join their components; two, so that no single dossier bears all
 * @param forWantedError how many give the difference of the two the standard error that is wanted
 * @param expectedError the standard error expected with {@code forWantedError}, in logits
 */
public record DesignAdvice(
    int bodyA, int bodyB, int fewest, int forWantedError, double expectedError) {}
