package org.evenstar.landing;

import java.time.LocalDate;

/**
 * How files land.
 *
 * @param threads files read at a time
 * @param asOf later dates lie in the future
 * @param codeVersion what another version has landed is read again
 */
public record LandingOptions(int threads, LocalDate asOf, String codeVersion) {

  /** Options where nothing is kept for another version to find. */
  public LandingOptions(int threads, LocalDate asOf) {
    this(threads, asOf, "");
  }
}
