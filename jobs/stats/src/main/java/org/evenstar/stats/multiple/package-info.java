/** Many tests at once: adjusted probabilities, equivalence, and what could have been seen. */
@NullMarked
package org.evenstar.stats.multiple;

import org.jspecify.annotations.NullMarked;
