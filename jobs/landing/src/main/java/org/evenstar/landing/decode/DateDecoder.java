package org.evenstar.landing.decode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as met: 2024-03-05, 2024年3月5日, 二〇二四年三月五日, 2024.3.5, 2024/3/5, 20240305, Excel serials, and
 * the patterns of the source. Never guessed: an order of day and month that is not declared is an
 * error.
 */
public final class DateDecoder implements FieldDecoder {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern LOOSE =
      Pattern.compile(
          "(\\d{4})\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})\\s*日?(?:[ T]00:00(:00)?)?");
  private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.0+)?");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(st|nd|rd|th)\\b");
  private static final String DIGITS = "〇一二三四五六七八九";

  /** Serial day 1 of Excel is 1900-01-01, with the day that never was, 1900-02-29. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private final List<DateTimeFormatter> patterns = new ArrayList<>();
  private final @Nullable LocalDate notBefore;
  private final @Nullable LocalDate notAfter;
  private @Nullable LocalDate latest;
  private boolean hasSeenLater;

  /**
   * @param patterns extra patterns of the source, in English month names
   * @param notBefore earlier days are quarantined, null: any
   * @param notAfter later days are quarantined, null: any
   */
  public DateDecoder(
      List<String> patterns, @Nullable LocalDate notBefore, @Nullable LocalDate notAfter) {
    for (String pattern : patterns) {
      this.patterns.add(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              // The proleptic year, because strict parsing wants an era beside the other.
              .appendPattern(pattern.replace('y', 'u'))
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT));
    }
    this.notBefore = notBefore;
    this.notAfter = notAfter;
  }

  /** The days not after which everything decoded so far would have come out the same. */
  DaySpan span() {
    return notAfter == null ? DaySpan.ANY : DaySpan.seen(latest, hasSeenLater, notAfter);
  }

  @Override
  public Decoded decode(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    List<Found> found = new ArrayList<>(plain.found());
    try {
      LocalDate date = parse(plain.text(), found);
      if (date == null) {
        return Decoded.wrong(Found.of("DATE_IMPOSSIBLE", raw));
      }
      if (notAfter != null && date.isAfter(notAfter)) {
        hasSeenLater = true;
        return Decoded.wrong(Found.of("DATE_FUTURE", raw, notAfter.toString()));
      }
      if (latest == null || date.isAfter(latest)) {
        latest = date;
      }
      if (notBefore != null && date.isBefore(notBefore)) {
        return Decoded.wrong(Found.of("DATE_BEFORE_STANDARD", raw, notBefore.toString()));
      }
      return Decoded.number(date.toEpochDay(), date.toString(), found);
    } catch (DateTimeException e) {
      return Decoded.wrong(Found.of("DATE_IMPOSSIBLE", raw));
    }
  }

  private @Nullable LocalDate parse(String text, List<Found> found) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return date(iso);
    }
    LocalDate declared = declared(text);
    if (declared != null) {
      return declared;
    }
    Matcher loose = LOOSE.matcher(arabic(text));
    Matcher compact = COMPACT.matcher(text);
    Matcher serial = SERIAL.matcher(text);
    LocalDate date = null;
    if (loose.matches()) {
      date = date(loose);
      found.add(Found.of("DATE_FORMAT", text, date.toString()));
    } else if (compact.matches()) {
      date = date(compact);
      found.add(Found.of("DATE_FORMAT", text, date.toString()));
    } else if (serial.matches()) {
      date = SERIAL_ZERO.plusDays(Long.parseLong(serial.group(1)));
      found.add(Found.of("DATE_EXCEL_SERIAL", text, date.toString()));
    }
    return date;
  }

  private @Nullable LocalDate declared(String text) {
    String plain = patterns.isEmpty() ? text : ORDINAL.matcher(text).replaceAll("$1");
    for (DateTimeFormatter pattern : patterns) {
      try {
        return LocalDate.parse(plain, pattern);
      } catch (DateTimeException e) {
        // the next pattern may fit
      }
    }
    return null;
  }

  private static LocalDate date(Matcher matcher) {
    int month = Integer.parseInt(matcher.group(2));
    int day = Integer.parseInt(matcher.group(3));
    ChronoField.MONTH_OF_YEAR.checkValidValue(month);
    return LocalDate.of(Integer.parseInt(matcher.group(1)), month, day);
  }

  /** 二〇二四年三月十五日 with arabic figures; other texts as they are. */
  static String arabic(String text) {
    if (text.indexOf('年') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i) == '零' || text.charAt(i) == '○' ? '〇' : text.charAt(i);
      int digit = DIGITS.indexOf(c);
      if (digit >= 0) {
        out.append(digit);
      } else if (c == '十') {
        boolean before = i > 0 && DIGITS.indexOf(text.charAt(i - 1)) > 0;
        boolean after = i + 1 < text.length() && DIGITS.indexOf(text.charAt(i + 1)) > 0;
        out.append(before ? "" : "1").append(after ? "" : "0");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
