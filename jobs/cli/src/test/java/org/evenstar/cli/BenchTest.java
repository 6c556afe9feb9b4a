package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.evenstar.cli.bench.BenchResult;
import org.evenstar.cli.bench.BenchTable;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchTest {
  private static final String BEGIN = "<!-- figures: begin -->";
  private static final String END = "<!-- figures: end -->";

  @TempDir Path folder;
  private final Shell shell = new Shell();

  /** The invocation stops when a peer, or a month added to others, comes to other cells. */
  @Test
  void handWrittenSqlAndAMonthAddedToOthersComeToTheSameCells() throws IOException {
    Path json = folder.resolve("bench.json");

    int code =
        shell.execute(
            "bench",
            "--rows",
            "20000",
            "--pairs",
            "1",
            "--against",
            "duckdb-sql",
            "--new-month",
            "--memory",
            "1024",
            "--work",
            folder.resolve("work").toString(),
            "--json",
            json.toString(),
            "--lang",
            "en");

    assertThat(code).as(shell.complained.toString()).isZero();
    JsonNode figures = Json.MAPPER.readTree(Files.readString(json));
    assertThat(figures.path("scores").asLong()).isEqualTo(20_000);
    assertThat(figures.path("cells").asLong()).isGreaterThan(1_000);
    assertThat(figures.path("subjects")).hasSize(4);
    assertThat(shell.said.toString())
        .contains("| evenstar | duckdb")
        .contains("| duckdb-sql |")
        .contains("| new-month |");
  }

  /** {@code -Devenstar.docs=write} writes the tables anew from docs/benchmarks/bench-*.json. */
  @Test
  void theTablesOfTheDocsAreMadeFromTheFigures() throws IOException {
    Path docs = Path.of("../../docs");
    StringBuilder tables = new StringBuilder();
    try (Stream<Path> found = Files.list(docs.resolve("benchmarks"))) {
      for (Path file : found.sorted().toList()) {
        if (String.valueOf(file.getFileName()).matches("bench-.*\\.json")) {
          BenchResult result = Json.MAPPER.readValue(Files.readString(file), BenchResult.class);
          tables.append(BenchTable.text(result, false)).append('\n');
        }
      }
    }
    Path page = docs.resolve("benchmarks.md");
    String before = Files.readString(page);
    int from = before.indexOf(BEGIN) + BEGIN.length();
    int to = before.indexOf(END);
    String after = before.substring(0, from) + "\n\n" + tables + before.substring(to);
    if ("write".equals(System.getProperty("evenstar.docs"))) {
      Files.writeString(page, after);
    }
    assertThat(Files.readString(page))
        .as("write it with -Devenstar.docs=write -Dtest=BenchTest")
        .isEqualTo(after);
  }

  @Test
  void anUnknownPeerIsRefused() {
    assertThat(shell.execute("bench", "--against", "abacus")).isEqualTo(ExitCode.USAGE);

    assertThat(shell.complained.toString()).contains("Cannot measure against 'abacus'");
  }
}
