/** How much ranks and indices depend on weights, normalisation and aggregation. */
@NullMarked
package org.evenstar.stats.sensitivity;

import org.jspecify.annotations.NullMarked;
