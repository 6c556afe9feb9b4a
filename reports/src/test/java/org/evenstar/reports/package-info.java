/** Tests of the site, on a small release with seeded numbers and in a real browser. */
@NullMarked
package org.evenstar.reports;

import org.jspecify.annotations.NullMarked;
