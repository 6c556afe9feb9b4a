/** What may be told: benchmark cells decided together, and the finished release attacked. */
@NullMarked
package org.evenstar.pipeline.disclose;

import org.jspecify.annotations.NullMarked;
