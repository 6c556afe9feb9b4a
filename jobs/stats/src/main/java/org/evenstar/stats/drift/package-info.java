/** Patterns in one body's scores: drift in time, bunching, digits, halo, copies. */
@NullMarked
package org.evenstar.stats.drift;

import org.jspecify.annotations.NullMarked;
