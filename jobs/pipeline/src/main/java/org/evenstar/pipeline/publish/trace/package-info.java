/** From a published number to the dossiers, files and rows behind it. */
@NullMarked
package org.evenstar.pipeline.publish.trace;

import org.jspecify.annotations.NullMarked;
