/** What a body delivers, said so that its own software or its staff can keep to it. */
@NullMarked
package org.evenstar.landing.contract;

import org.jspecify.annotations.NullMarked;
