/** What each published dataset holds: columns, units, keys, tiers, in Chinese and English. */
@NullMarked
package org.evenstar.schemas.dataset;

import org.jspecify.annotations.NullMarked;
