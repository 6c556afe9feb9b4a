/** Funnel plots: observed against expected, with limits that allow for over-dispersion. */
@NullMarked
package org.evenstar.stats.funnel;

import org.jspecify.annotations.NullMarked;
