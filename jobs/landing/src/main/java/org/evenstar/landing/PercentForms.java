package org.evenstar.landing;

import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;

/**
 * Keeps watch over how a file writes percentages: 85 or 0.85. One file writes all in one way, or it
 * is stopped with an example of each; a file that writes 0.85 throughout is read as such.
 */
final class PercentForms {
  /** Score of one percent, in millionths. */
  private static final long ONE_PERCENT = 10_000;

  private final boolean areFractions;
  private @Nullable String fraction;
  private String fractionColumn = "";
  private @Nullable String whole;

  /**
   * @param areFractions the file was found to write 0.85 for 85 %
   */
  PercentForms(boolean areFractions) {
    this.areFractions = areFractions;
  }

  /** A file has to be read once more, its percentages as fractions of one. */
  static final class ReadAsFractions extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Notes one value of a percent scale; 1 and 0 tell nothing, a percent sign speaks for itself. */
  void see(Decoded decoded, String raw, String column) throws FileStopped {
    if (areFractions || !decoded.isPresent() || hasSign(decoded)) {
      return;
    }
    if (fraction == null && decoded.number() > 0 && decoded.number() < ONE_PERCENT) {
      fraction = raw;
      fractionColumn = column;
    } else if (whole == null && decoded.number() > ONE_PERCENT) {
      whole = raw;
    }
    if (fraction != null && whole != null) {
      throw new FileStopped(fractionColumn, Found.of("PERCENT_MIXED", fraction, whole));
    }
  }

  private static boolean hasSign(Decoded decoded) {
    for (Found found : decoded.found()) {
      if (found.reasonCode().equals("SCORE_PERCENT_SIGN")) {
        return true;
      }
    }
    return false;
  }

  /** At the end of the file: whether it was read in the wrong way. */
  void check() throws ReadAsFractions {
    if (fraction != null && whole == null) {
      throw new ReadAsFractions();
    }
  }
}
