/**
 * How institutions score: a Rasch model with planted severities, and the rule from scores to a
 * star.
 */
@NullMarked
package org.evenstar.sample.score;

import org.jspecify.annotations.NullMarked;
