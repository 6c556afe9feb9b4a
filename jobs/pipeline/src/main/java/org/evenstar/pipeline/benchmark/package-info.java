/** Cells with their statistics: exact moments out of SQL, the last division here. */
@NullMarked
package org.evenstar.pipeline.benchmark;

import org.jspecify.annotations.NullMarked;
