package org.evenstar.cli.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import org.evenstar.engine.Engine;

/** Something that is measured on an engine. */
interface Subject {

  /**
   * Registers what it reads; not counted.
   *
   * @param tables folder for tables made in Java
   */
  void prepare(Engine engine, BenchFolder data, Path tables);

  /**
   * Computes.
   *
   * @param step hears each part's name and seconds
   */
  void compute(Engine engine, BenchFolder data, Path tables, ObjDoubleConsumer<String> step);

  /** What it came to, as in {@link Measured#cells}; not counted. */
  Map<String, Double> cells(Engine engine);

  /** A subject by name. */
  static Subject named(String name) {
    return switch (name) {
      case "bare" -> new BareScan();
      case "evenstar" -> new OwnPath(false);
      case "former-months" -> new FormerMonths();
      case "new-month" -> new OwnPath(true);
      case "duckdb-sql", "spark-sql" -> new HandWrittenSql();
      default ->
          throw new IllegalArgumentException(
              "Cannot measure '"
                  + name
                  + "': known are bare, evenstar, former-months, new-month, duckdb-sql and"
                  + " spark-sql; choose one");
    };
  }
}
