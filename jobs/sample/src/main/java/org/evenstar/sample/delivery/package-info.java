/** Rows in the six habits of delivery: formats, encodings, headers, scales. */
@NullMarked
package org.evenstar.sample.delivery;

import org.jspecify.annotations.NullMarked;
