package org.evenstar.sample.delivery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Dates as spreadsheets count them. */
public final class ExcelDates {
  /** Serial 1 is 1900-01-01, and 1900-02-29, which never was, is counted. */
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  private ExcelDates() {}

  /** The serial number of a day from 1900-03-01 on. */
  public static int serial(LocalDate date) {
    return Math.toIntExact(ChronoUnit.DAYS.between(ZERO, date));
  }
}
