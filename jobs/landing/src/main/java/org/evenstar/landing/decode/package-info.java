/** Texts to dates, stars, codes, regions and scores, each with what had to be repaired. */
@NullMarked
package org.evenstar.landing.decode;

import org.jspecify.annotations.NullMarked;
