/** Fixtures, planted leaks and seeded random tables. */
@NullMarked
package org.evenstar.disclosure;

import org.jspecify.annotations.NullMarked;
