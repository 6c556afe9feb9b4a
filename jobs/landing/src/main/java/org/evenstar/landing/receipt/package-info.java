/** What became of each delivery, told to the body that sent it. */
@NullMarked
package org.evenstar.landing.receipt;

import org.jspecify.annotations.NullMarked;
