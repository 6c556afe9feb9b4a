package org.evenstar.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.LandingResult;
import org.evenstar.pipeline.Before;
import org.evenstar.pipeline.Landed;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.SqlPath;
import org.evenstar.pipeline.Stages;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every SQL file of the path gives its golden rows on both engines. */
@SuppressWarnings("NullAway.Init")
class SqlContractTest {
  private static final Path FOLDERS = Path.of("src/test/resources/contract");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"stars", "bands"})
  void everyStepGivesItsGoldenRowsOnBothEngines(String name) throws IOException {
    RunConfig config = RunConfig.load(FOLDERS.resolve(name));
    Landed landed = land(config);

    List<Path> former = List.of(FOLDERS.resolve(name).resolve("former"));
    Map<String, String> onDuckDb = tables("duckdb", config, landed, former);
    Map<String, String> onSpark = tables("spark", config, landed, former);

    if (System.getProperty("evenstar.golden", "").equals("write")) {
      write(FOLDERS.resolve(name).resolve("golden"), onDuckDb);
    }
    for (Map.Entry<String, String> table : onDuckDb.entrySet()) {
      Path golden = FOLDERS.resolve(name).resolve("golden").resolve(table.getKey() + ".csv");
      assertThat(table.getValue()).as("%s on DuckDB", table.getKey()).isEqualTo(text(golden));
      assertThat(onSpark.get(table.getKey()))
          .as("%s on Spark", table.getKey())
          .isEqualTo(text(golden));
    }
  }

  private Landed land(RunConfig config) throws IOException {
    LandingResult landed =
        new Landing(
                config,
                config.landingFolder(),
                Files.createDirectories(folder.resolve("work")),
                new LandingOptions(1, LocalDate.of(2024, 12, 31)),
                path -> {})
            .land();
    return Landed.of(landed);
  }

  /** The table of every step, as sorted lines. */
  private Map<String, String> tables(
      String address, RunConfig config, Landed landed, List<Path> former) throws IOException {
    Path made = Files.createDirectories(folder.resolve(address));
    Map<String, String> tables = new TreeMap<>();
    try (Engine engine =
        Engines.open(address, new EngineOptions(2, 512, folder.resolve(address + "-spill")))) {
      LocalDate asOf = Objects.requireNonNull(config.run().asOf(), "as_of");
      new Stages(config, engine, made, RunListener.SILENT, asOf, Before.releases(former))
          .run(landed);
      for (SqlPath.Step step : SqlPath.steps()) {
        tables.put(step.dataset(), lines(engine, step.dataset()));
      }
    }
    return tables;
  }

  private static String lines(Engine engine, String table) {
    List<String> lines = new ArrayList<>();
    String header;
    try (Rows rows = engine.query("select * from " + table)) {
      header = String.join(",", rows.columns());
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          cells.add(rows.isNull(i) ? "" : String.valueOf(rows.textAt(i)));
        }
        lines.add(String.join(",", cells));
      }
    }
    Collections.sort(lines);
    lines.add(0, header);
    return String.join("\n", lines) + "\n";
  }

  private static void write(Path golden, Map<String, String> tables) throws IOException {
    Files.createDirectories(golden);
    for (Map.Entry<String, String> table : tables.entrySet()) {
      Files.writeString(
          golden.resolve(table.getKey() + ".csv"), table.getValue(), StandardCharsets.UTF_8);
    }
  }

  private static String text(Path golden) throws IOException {
    return Files.exists(golden) ? Files.readString(golden, StandardCharsets.UTF_8) : "";
  }
}
