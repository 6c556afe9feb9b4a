/** How strict each assessment body is, on one scale with its error, and when data cannot say so. */
@NullMarked
package org.evenstar.stats.severity;

import org.jspecify.annotations.NullMarked;
