/** What may be said: JSON Schemas of configuration, datasets, deliveries and releases. */
@NullMarked
package org.evenstar.schemas;

import org.jspecify.annotations.NullMarked;
