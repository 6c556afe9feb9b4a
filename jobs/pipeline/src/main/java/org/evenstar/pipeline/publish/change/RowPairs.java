package org.evenstar.pipeline.publish.change;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.publish.Texts;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * The rows of a dataset that differ between the tables {@code former_row} and {@code later_row},
 * each with both sides, in key order.
 */
final class RowPairs {
  private final DatasetSchema schema;
  private final List<DatasetSchema.Column> columns;

  /**
   * @param columns the columns that both tables have; all columns of the key are among them
   */
  RowPairs(DatasetSchema schema, List<DatasetSchema.Column> columns) {
    this.schema = schema;
    this.columns = List.copyOf(columns);
  }

  List<DatasetSchema.Column> columns() {
    return columns;
  }

  String query() {
    String names =
        columns.stream().map(DatasetSchema.Column::name).collect(Collectors.joining(", "));
    String both =
        columns.stream()
            .map(
                c ->
                    "former."
                        + c.name()
                        + " as before_"
                        + c.name()
                        + ", later."
                        + c.name()
                        + " as after_"
                        + c.name())
            .collect(Collectors.joining(", "));
    String on =
        schema.key().stream()
            .map(key -> "former." + key + " is not distinct from later." + key)
            .collect(Collectors.joining(" and "));
    String differs =
        columns.stream()
            .filter(c -> !schema.key().contains(c.name()))
            .map(c -> "former." + c.name() + " is distinct from later." + c.name())
            .collect(Collectors.joining(" or "));
    String order =
        schema.key().stream()
            .map(
                key ->
                    "case when is_after is null then before_"
                        + key
                        + " else after_"
                        + key
                        + " end nulls first")
            .collect(Collectors.joining(", "));
    return "select * from (select former.is_before, later.is_after, "
        + both
        + " from (select 1 as is_before, "
        + names
        + " from former_row) as former full outer join (select 1 as is_after, "
        + names
        + " from later_row) as later on "
        + on
        + " where former.is_before is null or later.is_after is null"
        + (differs.isEmpty() ? "" : " or " + differs)
        + ") as pair order by "
        + order;
  }

  /** ADDED, REMOVED or CHANGED. */
  String what(Rows rows) {
    if (rows.isNull(0)) {
      return "ADDED";
    }
    return rows.isNull(1) ? "REMOVED" : "CHANGED";
  }

  int before(String column) {
    return 2 + 2 * position(column);
  }

  int after(String column) {
    return 3 + 2 * position(column);
  }

  boolean differs(Rows rows, String column) {
    String type = columns.get(position(column)).type();
    return !Objects.equals(
        Texts.of(rows, before(column), type), Texts.of(rows, after(column), type));
  }

  private int position(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "Cannot find column '" + column + "' in both releases of '" + schema.dataset() + "'");
  }
}
