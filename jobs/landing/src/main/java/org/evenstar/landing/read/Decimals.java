package org.evenstar.landing.read;

import java.math.BigDecimal;

/** Numbers of binary formats as the decimal text a person would have typed. */
final class Decimals {
  private static final double MOST_DIGITS = 1e15;

  private Decimals() {}

  /**
   * The shortest decimal that is this double; from 10^15 on in scientific notation, because a long
   * number that went through a double has lost digits and must not look whole.
   */
  static String plain(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (Math.abs(value) >= MOST_DIGITS) {
      return scientific(decimal);
    }
    return decimal.scale() <= 0 ? decimal.toBigInteger().toString() : decimal.toPlainString();
  }

  private static String scientific(BigDecimal decimal) {
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    return (decimal.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "E+"
        + exponent;
  }
}
