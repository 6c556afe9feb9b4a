/** What a new version of a model would do to past dossiers, before it is adopted. */
@NullMarked
package org.evenstar.pipeline.impact;

import org.jspecify.annotations.NullMarked;
