package org.evenstar.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the pipeline's SQL. Every table is named by one lower-case word; the text of a query is the
 * same on every engine (see docs/methods/sql.md for the common language).
 *
 * <p>Safe for several threads: queries run side by side, tables are made one at a time.
 */
public interface Engine extends AutoCloseable {

  /** Name and version, such as {@code duckdb 2.0.0}. */
  String name();

  /**
   * Makes Parquet files readable as one table; their columns must agree.
   *
   * @param table name; an earlier table of that name is replaced
   * @param parquetFiles at least one file
   * @throws EngineException when a file cannot be read
   */
  void register(String table, List<Path> parquetFiles);

  /**
   * Computes a query and keeps its rows under a name; they are computed once.
   *
   * @param table name; an earlier table of that name is replaced
   * @param query one {@code select} (or {@code with … select})
   * @throws EngineException when the query fails
   */
  void create(String table, String query);

  /**
   * Runs a query and hands its rows over one after another, in bounded memory.
   *
   * @throws EngineException when the query fails
   */
  Rows query(String query);

  /**
   * Hands over all rows of a table in the order of its key, nulls first; the fastest way to read
   * many.
   *
   * @throws EngineException when there is no such table or column
   */
  default Rows inOrder(String table, List<String> columns, List<String> key) {
    return query("select " + String.join(", ", columns) + " from " + table + orderBy(key));
  }

  /** The end of a query that puts rows into the order of a key, nulls first. */
  static String orderBy(List<String> key) {
    return key.stream()
        .map(column -> column + " nulls first")
        .collect(Collectors.joining(", ", " order by ", ""));
  }

  /**
   * Computes a query and writes its rows as Parquet files into a new folder.
   *
   * @throws EngineException when the query fails or its rows cannot be written
   */
  void write(String query, Path folder);

  /** The Parquet files that {@link #write} left in a folder; none where it did not. */
  static List<Path> written(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(file -> String.valueOf(file.getFileName()).matches("[^._].*\\.parquet"))
          .sorted()
          .toList();
    }
  }

  /**
   * Bytes of Parquet that a statement best reads where the work can be done in pieces: an engine
   * that groups in memory slows down once the groups outgrow the processor's caches, one that
   * spreads the work pays for every statement.
   */
  long pieceBytes();

  /** Frees a table that is no longer read; unknown names are left alone. */
  void drop(String table);

  /** Rows of a table. */
  default long count(String table) {
    try (Rows rows = query("select count(*) as n from " + table)) {
      rows.next();
      return rows.longAt(0);
    }
  }

  @Override
  void close();
}
