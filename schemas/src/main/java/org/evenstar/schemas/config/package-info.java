/** The configuration of a run as records: what a model, a body, a source is. */
@NullMarked
package org.evenstar.schemas.config;

import org.jspecify.annotations.NullMarked;
