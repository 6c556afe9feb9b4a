package org.evenstar.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.RunConfig;

/** A run folder of model TWO on an engine of its own, for tests of the tables it makes. */
final class PathFixture implements AutoCloseable {
  private final Path run;
  private final Path tables;
  private final Engine engine;

  PathFixture(Path folder) {
    this(folder, 1);
  }

  PathFixture(Path folder, int threads) {
    run = folder.resolve("run");
    tables = folder.resolve("tables");
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/two-domains"))) {
      Files.createDirectories(tables);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = run.resolve(Path.of("src/test/resources/two-domains").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine = Engines.open("duckdb", new EngineOptions(threads, 512, folder.resolve("spill")));
  }

  /** Adds or replaces a file of the run folder. */
  PathFixture file(String path, String text) {
    try {
      Files.writeString(run.resolve(path), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Runs normalise, benchmark and calibrate over the landed rows. */
  PathFixture run(LandedFixture landed) {
    RunConfig config = RunConfig.load(run);
    new Stages(config, engine, tables, RunListener.SILENT).run(landed.landed(engine, tables));
    return this;
  }

  /** Rows of a query, cells joined by {@code |}. */
  List<String> all(String query) {
    List<String> lines = new ArrayList<>();
    try (Rows rows = engine.query(query)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          cells.add(rows.isNull(i) ? "null" : rows.textAt(i));
        }
        lines.add(String.join("|", cells));
      }
    }
    return lines;
  }

  @Override
  public void close() {
    engine.close();
  }
}
