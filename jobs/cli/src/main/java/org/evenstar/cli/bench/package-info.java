/** How long the path takes beside bare engines and peers that compute the same. */
@NullMarked
package org.evenstar.cli.bench;

import org.jspecify.annotations.NullMarked;
