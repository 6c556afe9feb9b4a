/** Variance components of crossed designs, generalisability and decision studies. */
@NullMarked
package org.evenstar.stats.variance;

import org.jspecify.annotations.NullMarked;
