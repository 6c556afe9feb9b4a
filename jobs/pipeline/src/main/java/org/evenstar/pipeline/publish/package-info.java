/** An immutable, numbered release: written beside, renamed, never edited. */
@NullMarked
package org.evenstar.pipeline.publish;

import org.jspecify.annotations.NullMarked;
