package org.evenstar.reports.text;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Numbers in the form of one language; an absence is a dash, never 0. */
public final class Figures {
  /** What stands where a number is absent. */
  public static final String ABSENT = "—";

  private final LocalizedNumberFormatter[] fixed = new LocalizedNumberFormatter[5];
  private final LocalizedNumberFormatter[] signed = new LocalizedNumberFormatter[5];
  private final LocalizedNumberFormatter[] percent = new LocalizedNumberFormatter[3];

  private Figures(String language) {
    ULocale locale = language.equals("zh") ? ULocale.SIMPLIFIED_CHINESE : ULocale.UK;
    LocalizedNumberFormatter base =
        NumberFormatter.withLocale(locale).roundingMode(RoundingMode.HALF_EVEN);
    for (int digits = 0; digits < fixed.length; digits++) {
      fixed[digits] = base.precision(Precision.fixedFraction(digits));
      signed[digits] = fixed[digits].sign(SignDisplay.EXCEPT_ZERO);
    }
    for (int digits = 0; digits < percent.length; digits++) {
      percent[digits] =
          base.precision(Precision.fixedFraction(digits))
              .unit(MeasureUnit.PERCENT)
              .scale(Scale.powerOfTen(2));
    }
  }

  /** The numbers of {@code zh} or {@code en}. */
  public static Figures in(String language) {
    return new Figures(language);
  }

  /** A whole number. */
  public String whole(long value) {
    return fixed[0].format(value).toString();
  }

  /** A number with so many decimals. */
  public String fixed(OptionalDouble value, int digits) {
    return value.isPresent() ? minus(fixed[digits].format(value.getAsDouble()).toString()) : ABSENT;
  }

  /** A difference, its sign always shown. */
  public String signed(OptionalDouble value, int digits) {
    return value.isPresent()
        ? minus(signed[digits].format(value.getAsDouble()).toString())
        : ABSENT;
  }

  /** A share of 0…1 as a percentage. */
  public String percent(OptionalDouble share, int digits) {
    return share.isPresent()
        ? minus(percent[digits].format(share.getAsDouble()).toString())
        : ABSENT;
  }

  /** An interval, {@code lo to hi}; a dash unless both ends are there. */
  public String interval(OptionalDouble lo, OptionalDouble hi, int digits) {
    return lo.isPresent() && hi.isPresent()
        ? fixed(lo, digits) + " … " + fixed(hi, digits)
        : ABSENT;
  }

  // A hyphen is too short beside digits, and a line may break after it.
  private static String minus(String text) {
    return text.replace('-', '\u2212');
  }
}
