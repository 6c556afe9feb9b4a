package org.evenstar.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.cli.PeakMemory;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.landing.Folders;
import org.evenstar.schemas.Json;

/** One measurement in a process of its own, so that its memory is its own. */
public final class BenchPart {
  private BenchPart() {}

  /** Arguments: subject, engine, data folder, work folder, threads, megabytes, result file. */
  public static void main(String[] args) throws IOException {
    Measured measured =
        measure(
            args[0],
            args[1],
            new BenchFolder(Path.of(args[2])),
            Path.of(args[3]),
            new EngineOptions(
                Integer.parseInt(args[4]), Long.parseLong(args[5]), Path.of(args[3], "spill")));
    Files.writeString(Path.of(args[6]), Json.MAPPER.writeValueAsString(measured));
  }

  private static Measured measure(
      String name, String address, BenchFolder data, Path work, EngineOptions limits)
      throws IOException {
    Subject subject = Subject.named(name);
    Path tables = Files.createDirectories(work.resolve("tables"));
    try (Engine engine = Engines.open(address, limits)) {
      subject.prepare(engine, data, tables);
      List<Measured.Step> steps = new ArrayList<>();
      long started = System.nanoTime();
      subject.compute(
          engine, data, tables, (step, seconds) -> steps.add(new Measured.Step(step, seconds)));
      double seconds = (System.nanoTime() - started) / 1e9;
      return new Measured(
          name, engine.name(), seconds, PeakMemory.bytes().orElse(0), steps, subject.cells(engine));
    } finally {
      Folders.delete(work);
    }
  }
}
