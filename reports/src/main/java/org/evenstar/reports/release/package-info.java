/** A release directory as it is read: manifest, labels, model, and datasets from CSV. */
@NullMarked
package org.evenstar.reports.release;

import org.jspecify.annotations.NullMarked;
