/** Decides what a release may tell, and attacks the answer: tables in, decisions out. */
@NullMarked
package org.evenstar.disclosure;

import org.jspecify.annotations.NullMarked;
