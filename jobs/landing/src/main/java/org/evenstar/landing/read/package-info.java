/** Formats and encodings: files in, headed records out, in bounded memory. */
@NullMarked
package org.evenstar.landing.read;

import org.jspecify.annotations.NullMarked;
