/**
 * The one writer (and reader) of Parquet: fixed bytes for fixed rows, whichever engine made them.
 */
@NullMarked
package org.evenstar.parquet;

import org.jspecify.annotations.NullMarked;
