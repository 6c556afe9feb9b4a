/** Agreement of bodies on the same institutions: kappa and its kin, ICC, Bland–Altman. */
@NullMarked
package org.evenstar.stats.agreement;

import org.jspecify.annotations.NullMarked;
