/** One SQL, several engines: the interface that hides which one runs. */
@NullMarked
package org.evenstar.engine;

import org.jspecify.annotations.NullMarked;
