/** Words and numbers of the site by language. */
@NullMarked
package org.evenstar.reports.text;

import org.jspecify.annotations.NullMarked;
