package org.evenstar.api;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One row: text, whole numbers, numbers, truths and dates by column name. An absent value is empty
 * text or an empty number, never 0 or NaN; the dataset says why in {@code obs_status}.
 */
public final class Row {
  private final Columns columns;
  private final @Nullable Object[] values;

  Row(Columns columns, @Nullable Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  /** Whether the column holds anything. */
  public boolean has(String column) {
    return value(column) != null;
  }

  /** The value as text; empty when absent. */
  public String text(String column) {
    Object value = value(column);
    return value == null ? "" : value.toString();
  }

  /** The value as a number; empty when absent or no number. */
  public OptionalDouble number(String column) {
    return value(column) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /**
   * A whole number, such as a count or fixed-point millionths.
   *
   * @throws IllegalArgumentException when absent or not whole
   */
  public long whole(String column) {
    if (value(column) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException(
        "Cannot read column '%s' as a whole number: it is '%s'; ask has() first"
            .formatted(column, text(column)));
  }

  /** A flag; false when absent. */
  public boolean flag(String column) {
    return Boolean.TRUE.equals(value(column));
  }

  /** String, Long, Double, Boolean, LocalDate or null. */
  public @Nullable Object value(String column) {
    return values[columns.place(column)];
  }

  /** All values in column order; an absent one is null. */
  List<@Nullable Object> values() {
    return Arrays.asList(values);
  }

  @Override
  public String toString() {
    return columns.names() + " = " + Arrays.toString(values);
  }
}
