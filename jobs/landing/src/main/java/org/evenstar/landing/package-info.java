/** Whatever a body sends is read, repaired with a note, or quarantined with a reason. */
@NullMarked
package org.evenstar.landing;

import org.jspecify.annotations.NullMarked;
