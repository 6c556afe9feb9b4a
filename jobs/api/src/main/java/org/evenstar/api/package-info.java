/**
 * A release in one line of Java: {@code Evenstar.open(folder).benchmark().table()}.
 *
 * <p>{@link org.evenstar.api.Evenstar} opens a release; a {@link org.evenstar.api.Dataset} narrows
 * one of its datasets; a {@link org.evenstar.api.Table} holds the rows asked for and hands columns
 * to the statistics of {@code org.evenstar.stats}.
 */
@NullMarked
package org.evenstar.api;

import org.jspecify.annotations.NullMarked;
