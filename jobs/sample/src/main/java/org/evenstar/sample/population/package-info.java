/** Who is assessed: made-up institutions, each drawn from its own number alone. */
@NullMarked
package org.evenstar.sample.population;

import org.jspecify.annotations.NullMarked;
