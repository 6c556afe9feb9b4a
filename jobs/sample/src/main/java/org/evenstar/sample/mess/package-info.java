/** What goes wrong in deliveries, each with the reason that landing ought to find. */
@NullMarked
package org.evenstar.sample.mess;

import org.jspecify.annotations.NullMarked;
