/**
 * Worked examples. Each {@link org.evenstar.notebooks.Notebook} is plain Java that the build runs;
 * the Jupyter notebook of the same name is written from it, cell by cell, with what it shows.
 */
@NullMarked
package org.evenstar.notebooks;

import org.jspecify.annotations.NullMarked;
