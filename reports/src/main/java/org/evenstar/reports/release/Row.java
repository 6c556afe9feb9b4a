package org.evenstar.reports.release;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One record of a dataset; a column that is blank or absent reads as an absence. */
public final class Row {
  private final Map<String, Integer> columns;
  private final List<String> fields;

  Row(Map<String, Integer> columns, List<String> fields) {
    this.columns = columns;
    this.fields = fields;
  }

  /** The text of a column; empty when blank or absent. */
  public String text(String column) {
    Integer index = columns.get(column);
    return index == null || index >= fields.size() ? "" : fields.get(index);
  }

  /** Whether the column holds exactly this text. */
  public boolean is(String column, String value) {
    return text(column).equals(value);
  }

  /** Whether the column holds anything. */
  public boolean has(String column) {
    return !text(column).isEmpty();
  }

  /** The number of a column. */
  public OptionalDouble number(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** A column in millionths, as units. */
  public OptionalDouble micro(String column) {
    OptionalDouble value = number(column);
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / 1e6) : value;
  }

  /** A count; 0 when absent. */
  public long count(String column) {
    return Math.round(number(column).orElse(0));
  }

  /** Whether a flag column says true. */
  public boolean flag(String column) {
    return text(column).equalsIgnoreCase("true");
  }
}
