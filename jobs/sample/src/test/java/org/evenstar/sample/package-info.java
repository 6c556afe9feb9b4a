/** The sample holds what it promises: same bytes, and a truth that is true. */
@NullMarked
package org.evenstar.sample;

import org.jspecify.annotations.NullMarked;
