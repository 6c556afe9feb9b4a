/**
 * What a page is made of: sentences, charts, tables and maps as plain values that templates draw.
 */
@NullMarked
package org.evenstar.reports.block;

import org.jspecify.annotations.NullMarked;
