/** Whether a standard's indicators hang together and weigh what they are said to weigh. */
@NullMarked
package org.evenstar.stats.coherence;

import org.jspecify.annotations.NullMarked;
