/** {@code evenstar}: one class a verb; names and exit codes are a contract. */
@NullMarked
package org.evenstar.cli;

import org.jspecify.annotations.NullMarked;
