/** Statistics as pure functions: primitive arrays in, a record out, an absence never a NaN. */
@NullMarked
package org.evenstar.stats;

import org.jspecify.annotations.NullMarked;
