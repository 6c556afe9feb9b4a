/** Landing, tried on run folders made for the purpose. */
@NullMarked
package org.evenstar.landing;

import org.jspecify.annotations.NullMarked;
