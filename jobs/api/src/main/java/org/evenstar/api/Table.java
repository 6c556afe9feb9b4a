package org.evenstar.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows in memory, in the order they were asked for. Never changes. */
public final class Table implements Iterable<Row> {
  private final Columns columns;
  private final List<Row> rows;

  Table(Columns columns, List<Row> rows) {
    this.columns = columns;
    this.rows = List.copyOf(rows);
  }

  /** Names of the columns. */
  public List<String> columns() {
    return columns.names();
  }

  /** The rows. */
  public List<Row> rows() {
    return rows;
  }

  /** One row, from 0. */
  public Row row(int index) {
    return rows.get(index);
  }

  /** How many rows. */
  public int size() {
    return rows.size();
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows one by one. */
  public Stream<Row> stream() {
    return rows.stream();
  }

  @Override
  public Iterator<Row> iterator() {
    return rows.iterator();
  }

  /** Only rows that a condition keeps. */
  public Table filter(Predicate<Row> condition) {
    return new Table(columns, rows.stream().filter(condition).toList());
  }

  /** The rows by the text of a column; groups in order of first appearance. */
  public Map<String, Table> by(String column) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.computeIfAbsent(row.text(column), value -> new ArrayList<>()).add(row));
    Map<String, Table> out = new LinkedHashMap<>();
    groups.forEach((value, group) -> out.put(value, new Table(columns, group)));
    return out;
  }

  /** A column as text; an absent value is empty. */
  public List<String> texts(String column) {
    return rows.stream().map(row -> row.text(column)).toList();
  }

  /** The numbers of a column; rows without one are left out. */
  public double[] numbers(String column) {
    int place = columns.place(column);
    return rows.stream()
        .map(row -> row.values().get(place))
        .filter(Number.class::isInstance)
        .mapToDouble(value -> ((Number) Objects.requireNonNull(value)).doubleValue())
        .toArray();
  }

  /**
   * The whole numbers of a column, such as {@code index_micro}, for statistics in exact arithmetic;
   * rows without one are left out.
   */
  public long[] wholes(String column) {
    return rows.stream()
        .filter(row -> row.has(column))
        .mapToLong(row -> row.whole(column))
        .toArray();
  }

  /**
   * The rows as records: each component is the column of its name in snake case. Components may be
   * {@code String} (empty when absent), {@code long}, {@code int}, {@code double}, {@code boolean},
   * their boxes, {@code LocalDate}, {@code OptionalDouble}, {@code OptionalLong} or an enum.
   *
   * @throws IllegalArgumentException when a component has no column, or a primitive one no value
   */
  public <R extends Record> List<R> as(Class<R> type) {
    return Records.of(columns, rows, type);
  }

  /** As an HTML table; numbers stand right, with at most four decimals. */
  public String toHtml() {
    return TableText.html(this);
  }

  /** As aligned text; Chinese characters count as two. */
  @Override
  public String toString() {
    return TableText.plain(this);
  }
}
