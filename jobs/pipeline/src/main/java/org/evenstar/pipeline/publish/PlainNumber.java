package org.evenstar.pipeline.publish;

import java.math.BigDecimal;
import java.math.MathContext;

/** Doubles as plain decimals of 12 significant digits, rounded half up, without an exponent. */
public final class PlainNumber {
  private static final int DIGITS = 12;
  private static final MathContext ROUNDING = new MathContext(DIGITS);
  private static final double LARGEST = 1e12;
  private static final double SMALLEST = 1e-10;

  /** A scaled value is exact to 1.2e-4: farther than this from a half, it rounds as the exact. */
  private static final double DOUBT = 1e-3;

  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[23];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private PlainNumber() {}

  public static String of(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size >= SMALLEST && size < LARGEST) {
      int scale = DIGITS - 1 - exponent(size);
      double scaled = size * POWERS[scale];
      double whole = Math.floor(scaled);
      double part = scaled - whole;
      if (Math.abs(part - 0.5) > DOUBT) {
        return text(value < 0, (long) whole + (part > 0.5 ? 1 : 0), scale);
      }
    }
    return exact(value);
  }

  /** The same by exact arithmetic. */
  static String exact(double value) {
    BigDecimal rounded = new BigDecimal(value).round(ROUNDING);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** The power of ten of the first digit, from -10 to 11. */
  private static int exponent(double size) {
    int exponent = 0;
    if (size >= 1) {
      while (size >= POWERS[exponent + 1]) {
        exponent++;
      }
      return exponent;
    }
    while (size * POWERS[-exponent] < 1) {
      exponent--;
    }
    return exponent;
  }

  private static String text(boolean isNegative, long digits, int scale) {
    long left = digits;
    int places = scale;
    while (places > 0 && left % 10 == 0) {
      left /= 10;
      places--;
    }
    StringBuilder text = new StringBuilder(DIGITS + 4).append(left);
    if (places > 0) {
      while (text.length() <= places) {
        text.insert(0, '0');
      }
      text.insert(text.length() - places, '.');
    }
    return isNegative ? text.insert(0, '-').toString() : text.toString();
  }
}
