/** Proposes how a new body's files are read, with the evidence for each part of the proposal. */
@NullMarked
package org.evenstar.landing.profile;

import org.jspecify.annotations.NullMarked;
