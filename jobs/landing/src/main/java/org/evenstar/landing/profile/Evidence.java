package org.evenstar.landing.profile;

/**
 * Why a part of a proposal says what it says.
 *
 * @param part JSON pointer into the proposed source
 * @param header column it is about, as delivered; empty when about the file
 * @param reason what was seen, with counts
 * @param confidence how sure it is
 */
public record Evidence(String part, String header, String reason, Confidence confidence) {

  /** How sure a part of a proposal is. */
  public enum Confidence {
    /** Name and content agree, or the bytes leave no choice. */
    SURE,
    /** One of the two says so. */
    LIKELY,
    /** A guess, or something that a person must decide. */
    CHECK
  }
}
