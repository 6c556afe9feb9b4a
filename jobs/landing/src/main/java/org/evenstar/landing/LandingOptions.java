package org.evenstar.landing;

import java.time.LocalDate;

/**
 * How files land.
 *
 * @param threads files read at a time
 * @param asOf later dates lie in the future
 */
public record LandingOptions(int threads, LocalDate asOf) {}
