package org.evenstar.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The months of a sample, counted from 0.
 *
 * @param first the first month
 * @param months how many
 */
record Calendar(YearMonth first, int months) {

  /** The calendar of every sample: the standard is of December 2023. */
  static Calendar of(int months) {
    return new Calendar(YearMonth.of(2024, 1), months);
  }

  /** A month as yyyy-MM. */
  String period(int month) {
    return first.plusMonths(month).toString();
  }

  /** A day of a month, from 1; days 1 to 28 exist in each. */
  LocalDate day(int month, int day) {
    return first.plusMonths(month).atDay(day);
  }

  /** The day the run looks from: when the last month's deliveries are in. */
  LocalDate asOf() {
    return first.plusMonths(months).atDay(25);
  }
}
