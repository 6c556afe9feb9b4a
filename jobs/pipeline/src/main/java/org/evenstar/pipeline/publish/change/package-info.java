/** What differs between two releases, and why. */
@NullMarked
package org.evenstar.pipeline.publish.change;

import org.jspecify.annotations.NullMarked;
