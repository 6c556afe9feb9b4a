/**
 * Distributions, intervals and comparisons of regions, sectors and peers with honest uncertainty.
 */
@NullMarked
package org.evenstar.stats.benchmark;

import org.jspecify.annotations.NullMarked;
