package org.evenstar.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineException;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table row of docs/methods/sql.md is what the engines answer. */
@SuppressWarnings("NullAway.Init")
class CommonLanguageTest {
  private static final Path PAGE = Path.of("../../docs/methods/sql.md");

  @TempDir static Path folder;
  private static Engine duckdb;
  private static Engine spark;

  /**
   * A table row that starts with SQL.
   *
   * @param sql what follows {@code select}
   */
  record Claim(String sql, String onDuckDb, String onSpark) {}

  @BeforeAll
  static void open() {
    duckdb = Engines.open("duckdb", new EngineOptions(1, 512, folder.resolve("duckdb")));
    spark = Engines.open("spark", new EngineOptions(1, 512, folder.resolve("spark")));
    for (Engine engine : List.of(duckdb, spark)) {
      engine.create(
          "one_to_four", "select 1 as x union all select 2 union all select 3 union all select 4");
      engine.create("with_null", "select 1 as x union all select null");
      engine.create(
          "word", "select 'b' as x union all select 'B' union all select 'a' union all select '三'");
    }
  }

  @AfterAll
  static void close() {
    duckdb.close();
    spark.close();
  }

  static Stream<Claim> claims() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `") && line.contains(" |"))
        .map(line -> line.split("(?<!\\\\) ?\\| ?", -1))
        .filter(cells -> cells[1].endsWith("`"))
        .filter(cells -> cells.length == 4 || cells.length == 6)
        .map(
            cells ->
                new Claim(
                    cells[1].substring(1, cells[1].length() - 1).replace("\\|", "|"),
                    cells[2],
                    cells.length == 4 ? cells[2] : cells[3]));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void whatThePageSaysIsWhatTheEnginesAnswer(Claim claim) {
    assertThat(answer(duckdb, claim.sql())).as("DuckDB").isEqualTo(claim.onDuckDb());
    assertThat(answer(spark, claim.sql())).as("Spark").isEqualTo(claim.onSpark());
  }

  private static String answer(Engine engine, String sql) {
    try (Rows rows = engine.query("select " + sql)) {
      rows.next();
      return rows.isNull(0) ? "null" : String.valueOf(rows.textAt(0));
    } catch (EngineException e) {
      return "error";
    }
  }
}
