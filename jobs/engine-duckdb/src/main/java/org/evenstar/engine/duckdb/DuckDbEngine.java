package org.evenstar.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineException;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Rows;

/** Runs SQL in an embedded DuckDB. */
final class DuckDbEngine implements Engine {
  private static final long PIECE_BYTES = 16L << 20;

  private final Connection connection;
  private final String version;

  DuckDbEngine(EngineOptions options) {
    try {
      Properties properties = new Properties();
      properties.setProperty("threads", Integer.toString(options.threads()));
      properties.setProperty("memory_limit", options.memoryMegabytes() + "MB");
      properties.setProperty("temp_directory", options.temporaryFolder().toString());
      properties.setProperty("preserve_insertion_order", "false");
      properties.setProperty("autoinstall_known_extensions", "false");
      properties.setProperty("autoload_known_extensions", "false");
      properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
      connection = DriverManager.getConnection("jdbc:duckdb:", properties);
      version = connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw failure("start engine 'duckdb'", e);
    }
  }

  @Override
  public String name() {
    return "duckdb " + (version.startsWith("v") ? version.substring(1) : version);
  }

  @Override
  public synchronized void register(String table, List<Path> parquetFiles) {
    String files =
        parquetFiles.stream()
            .map(f -> "'" + f.toString().replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    run(
        "register table '" + table + "'",
        "create or replace view " + table + " as select * from read_parquet([" + files + "])");
  }

  @Override
  public synchronized void create(String table, String query) {
    run("compute table '" + table + "'", "create or replace table " + table + " as " + query);
  }

  @Override
  public Rows query(String query) {
    return read(
        "run query '" + query.lines().findFirst().orElse("") + "'",
        own -> new DuckDbRows(own, own.createStatement().executeQuery(query)));
  }

  @Override
  public Rows inOrder(String table, List<String> columns, List<String> key) {
    return read(
        "read table '" + table + "'",
        own -> PackedRows.open(own, table, columns, Engine.orderBy(key)));
  }

  /** A connection streams one result at a time: each query has its own to the same database. */
  private Rows read(String what, Reading reading) {
    try {
      Connection own = connection.unwrap(DuckDBConnection.class).duplicate();
      try {
        return reading.open(own);
      } catch (SQLException e) {
        own.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  private interface Reading {
    Rows open(Connection own) throws SQLException;
  }

  @Override
  public synchronized void write(String query, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String file = folder.resolve("part-0.parquet").toString().replace("'", "''");
    run("write '" + folder + "'", "copy (" + query + ") to '" + file + "' (format parquet)");
  }

  @Override
  public long pieceBytes() {
    return PIECE_BYTES;
  }

  @Override
  public synchronized void drop(String table) {
    boolean isView;
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from duckdb_views() where view_name = '" + table + "'")) {
      rows.next();
      isView = rows.getLong(1) > 0;
    } catch (SQLException e) {
      throw failure("drop table '" + table + "'", e);
    }
    run(
        "drop table '" + table + "'",
        "drop " + (isView ? "view" : "table") + " if exists " + table);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure("close engine 'duckdb'", e);
    }
  }

  private void run(String what, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  static EngineException failure(String what, SQLException e) {
    String said = e.getMessage() == null ? e.toString() : e.getMessage();
    String remedy =
        said.contains("Out of Memory")
            ? "; give it more memory or disk to spill to"
            : said.contains("No space left") ? "; free disk space and run again" : "";
    return new EngineException("Cannot " + what + ": " + said + remedy, e);
  }
}
