/** The pages: each reads datasets of a release and answers one reader's question. */
@NullMarked
package org.evenstar.reports.page;

import org.jspecify.annotations.NullMarked;
