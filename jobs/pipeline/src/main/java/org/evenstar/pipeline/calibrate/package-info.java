/** Signals to look into, each with its evidence; severity only where a design identifies it. */
@NullMarked
package org.evenstar.pipeline.calibrate;

import org.jspecify.annotations.NullMarked;
