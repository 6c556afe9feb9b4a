/** The path: land, normalise, benchmark, calibrate, disclose, publish. */
@NullMarked
package org.evenstar.pipeline;

import org.jspecify.annotations.NullMarked;
