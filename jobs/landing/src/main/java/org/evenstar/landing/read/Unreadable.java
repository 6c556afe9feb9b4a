package org.evenstar.landing.read;

import java.io.IOException;

/** A file that cannot be read, or not in safety: the reason's code and what was seen. */
public final class Unreadable extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reasonCode;
  private final String expected;

  /**
   * @param seen what stands in the file
   * @param expected what should stand there; empty when there is nothing to say
   */
  public Unreadable(String reasonCode, String seen, String expected) {
    super(seen);
    this.reasonCode = reasonCode;
    this.expected = expected;
  }

  static Unreadable unsafe(String seen) {
    return new Unreadable("FILE_UNSAFE", seen, "");
  }

  static Unreadable cutOff(String seen) {
    return new Unreadable("FILE_CUT_OFF", seen, "");
  }

  /** Code of the reason catalogue. */
  public String reasonCode() {
    return reasonCode;
  }

  /** What was seen. */
  public String seen() {
    return String.valueOf(getMessage());
  }

  /** What should stand there, may be empty. */
  public String expected() {
    return expected;
  }
}
