package org.evenstar.landing.decode;

/** Turns one cell's text into its meaning; the same text always means the same. */
@FunctionalInterface
public interface FieldDecoder {

  /**
   * Tells what a text means.
   *
   * @param raw text as delivered, not blank
   */
  Decoded decode(String raw);
}
