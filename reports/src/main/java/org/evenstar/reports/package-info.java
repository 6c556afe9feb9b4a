/**
 * The static, offline site out of one release; knows the release's files and nothing of the
 * pipeline.
 */
@NullMarked
package org.evenstar.reports;

import org.jspecify.annotations.NullMarked;
