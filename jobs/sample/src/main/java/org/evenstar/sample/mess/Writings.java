package org.evenstar.sample.mess;

import java.time.LocalDate;
import java.util.Locale;
import org.evenstar.sample.population.CreditCodes;

/** Other ways of writing the same thing, and ways of getting it wrong. */
final class Writings {
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
  private static final String ROMAN = "ⅠⅡⅢⅣⅤ";

  private Writings() {}

  /** 91AB as ９１ＡＢ. */
  static String fullWidth(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append((char) (c + 0xFEE0)));
    return out.toString();
  }

  /** 2024-03-15 as 二〇二四年三月十五日. */
  static String chineseDate(LocalDate date) {
    StringBuilder year = new StringBuilder();
    Integer.toString(date.getYear())
        .chars()
        .forEach(c -> year.append(CHINESE_DIGITS.charAt(c - '0')));
    return year + "年" + chinese(date.getMonthValue()) + "月" + chinese(date.getDayOfMonth()) + "日";
  }

  private static String chinese(int number) {
    String tens = number < 10 ? "" : (number < 20 ? "" : chineseDigit(number / 10)) + "十";
    return tens + (number % 10 == 0 ? "" : chineseDigit(number % 10));
  }

  static String chineseDigit(int digit) {
    return CHINESE_DIGITS.substring(digit, digit + 1);
  }

  /** 2024-03-05 as 2024年3月5日. */
  static String mixedDate(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  /** 2024-03-05 as 2024.3.5. */
  static String dottedDate(LocalDate date) {
    return date.getYear() + "." + date.getMonthValue() + "." + date.getDayOfMonth();
  }

  /** 2024-03-05 as 20240305. */
  static String compactDate(LocalDate date) {
    return date.toString().replace("-", "");
  }

  /** A star from 1 as Ⅰ to Ⅴ. */
  static String roman(int star) {
    return ROMAN.substring(star - 1, star);
  }

  /** A code as a spreadsheet shows it that took it for a number. */
  static String scientific(String code) {
    return String.format(Locale.ROOT, "%s.%sE+17", code.charAt(0), code.substring(1, 8));
  }

  /** A code with the first 0 or 1 after its kind written as the letter it looks like. */
  static String withLookalike(String code) {
    int zero = code.indexOf('0', 2);
    int one = code.indexOf('1', 2);
    boolean isZero = zero >= 0 && (one < 0 || zero < one);
    int at = isZero ? zero : Math.max(one, 2);
    return code.substring(0, at) + (isZero ? 'O' : 'I') + code.substring(at + 1);
  }

  /** A code whose last character is the next one, so that its check fails. */
  static String withWrongCheck(String code) {
    int check = CreditCodes.ALPHABET.indexOf(code.charAt(17));
    return code.substring(0, 17) + CreditCodes.ALPHABET.charAt((check + 1) % 31);
  }
}
