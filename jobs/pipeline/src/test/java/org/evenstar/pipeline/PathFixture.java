package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.publish.Publisher;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.dataset.DatasetSchema;

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

  /** Replaces a text in a file of the run folder. */
  PathFixture replace(String path, String from, String to) {
    try {
      String text = Files.readString(run.resolve(path), StandardCharsets.UTF_8);
      assertThat(text).contains(from);
      return file(path, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs normalise, benchmark and calibrate over the landed rows. */
  PathFixture run(LandedFixture landed) {
    RunConfig config = RunConfig.load(run);
    new Stages(config, engine, tables, RunListener.SILENT).run(landed.landed(engine, tables));
    return this;
  }

  /** As {@link #run(LandedFixture)}, as of a day and after releases that readers hold. */
  PathFixture run(LandedFixture landed, LocalDate asOf, List<Path> releases) {
    RunConfig config = RunConfig.load(run);
    new Stages(config, engine, tables, RunListener.SILENT, asOf, Before.releases(releases))
        .run(landed.landed(engine, tables));
    return this;
  }

  /** Writes the private files of a release as of a day, and the head of its manifest. */
  Path release(String id, LocalDate asOf) {
    Path release = run.resolveSibling("releases").resolve(id);
    try {
      Files.createDirectories(release);
      Publisher publisher = new Publisher(engine, release, Map.of());
      for (DatasetSchema schema : DatasetSchema.all()) {
        if (schema.isPrivate()) {
          publisher.write(schema, schema.dataset());
        }
      }
      Files.writeString(release.resolve("manifest.json"), "{\"as_of\": \"" + asOf + "\"}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return release;
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
