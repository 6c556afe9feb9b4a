package org.evenstar.api;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * One dataset of a release, and which of its rows are meant. Narrowing gives a new one; {@link
 * #table} reads.
 *
 * <pre>{@code
 * release.benchmark().where("measure_kind", "star").where("n >= 30").orderBy("mean desc").table();
 * }</pre>
 */
public final class Dataset {
  private final Connection connection;
  private final String name;
  private final Tier tier;
  private final List<String> columns;
  private final List<String> conditions;
  private final List<Object> parameters;
  private final List<String> order;
  private final long limit;

  private Dataset(
      Connection connection,
      String name,
      Tier tier,
      List<String> columns,
      List<String> conditions,
      List<Object> parameters,
      List<String> order,
      long limit) {
    this.connection = connection;
    this.name = name;
    this.tier = tier;
    this.columns = columns;
    this.conditions = conditions;
    this.parameters = parameters;
    this.order = order;
    this.limit = limit;
  }

  static Dataset of(Connection connection, String name, Tier tier) {
    return new Dataset(
        connection, name, tier, List.of(), List.of(), List.of(), List.of(), Long.MAX_VALUE);
  }

  /** The name, such as {@code benchmark}. */
  public String name() {
    return name;
  }

  /** The tier it is read from. */
  public Tier tier() {
    return tier;
  }

  /** Title, grain, key and every column with its unit, in both languages. */
  public DatasetSchema schema() {
    return DatasetSchema.named(name);
  }

  /** Only rows whose column equals the value. */
  public Dataset where(String column, Object value) {
    return with(quoted(column) + " = ?", List.of(value));
  }

  /** Only rows whose column equals one of the values. */
  public Dataset where(String column, Collection<?> values) {
    String marks = values.stream().map(value -> "?").collect(Collectors.joining(", "));
    return with(
        values.isEmpty() ? "false" : quoted(column) + " in (" + marks + ")", List.copyOf(values));
  }

  /** Only rows that meet a condition in SQL, such as {@code "n >= 30"}. */
  public Dataset where(String condition) {
    return with("(" + condition + ")", List.of());
  }

  /** Only these columns, in this order. */
  public Dataset select(String... names) {
    return new Dataset(
        connection, name, tier, List.of(names), conditions, parameters, order, limit);
  }

  /** In this order, such as {@code orderBy("mean desc", "region_code")}; else the dataset's key. */
  public Dataset orderBy(String... expressions) {
    return new Dataset(
        connection, name, tier, columns, conditions, parameters, List.of(expressions), limit);
  }

  /** At most so many rows. */
  public Dataset limit(long rows) {
    return new Dataset(connection, name, tier, columns, conditions, parameters, order, rows);
  }

  /** How many rows are meant. */
  public long count() {
    return Query.run(connection, "select count(*) as n from (" + sql() + ")", parameters)
        .row(0)
        .whole("n");
  }

  /** The rows. */
  public Table table() {
    return Query.run(connection, sql(), parameters);
  }

  /** The rows as records. See {@link Table#as}. */
  public <R extends Record> List<R> as(Class<R> type) {
    return table().as(type);
  }

  /** The query behind {@link #table}, with question marks for values. */
  public String sql() {
    String shown =
        columns.isEmpty()
            ? "*"
            : columns.stream().map(Dataset::quoted).collect(Collectors.joining(", "));
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    List<String> by = order.isEmpty() ? schema().key() : order;
    return "select %s from %s%s%s%s"
        .formatted(
            shown,
            name,
            where,
            by.isEmpty() ? "" : " order by " + String.join(", ", by),
            limit == Long.MAX_VALUE ? "" : " limit " + limit);
  }

  private Dataset with(String condition, List<?> values) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(values);
    List<String> both = Stream.concat(conditions.stream(), Stream.of(condition)).toList();
    return new Dataset(connection, name, tier, columns, both, List.copyOf(all), order, limit);
  }

  private static String quoted(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return sql();
  }
}
