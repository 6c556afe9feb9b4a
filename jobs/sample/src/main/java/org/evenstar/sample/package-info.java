/** A run folder of synthetic deliveries whose planted faults and messes are written down. */
@NullMarked
package org.evenstar.sample;

import org.jspecify.annotations.NullMarked;
