package org.evenstar.landing.decode;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days as of which rows land alike: a date is held against the day of the run, so that rows
 * without a later date land the same on every day from their latest date on, and a row with a later
 * one, which the reason quotes beside the day, on that day alone.
 *
 * @param from first day, null: any
 * @param to last day, null: any
 */
public record DaySpan(@Nullable LocalDate from, @Nullable LocalDate to) {
  /** Every day. */
  public static final DaySpan ANY = new DaySpan(null, null);

  /** The span of dates held against a day. */
  static DaySpan seen(@Nullable LocalDate latest, boolean hasLater, LocalDate day) {
    return hasLater ? new DaySpan(day, day) : new DaySpan(latest, null);
  }

  /** The days that lie in both. */
  public DaySpan and(DaySpan other) {
    return new DaySpan(
        from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from,
        to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to);
  }

  /** Whether a day lies in it. */
  public boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Reads what {@link #toString} wrote. */
  public static DaySpan parse(String text) {
    String[] ends = text.split("/", -1);
    return new DaySpan(day(ends[0]), day(ends[1]));
  }

  private static @Nullable LocalDate day(String text) {
    return text.equals("..") ? null : LocalDate.parse(text);
  }

  /** An interval as of ISO 8601-2, {@code 2024-03-05/..}. */
  @Override
  public String toString() {
    return Objects.toString(from, "..") + "/" + Objects.toString(to, "..");
  }
}
