package org.evenstar.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.LandingResult;
import org.evenstar.pipeline.Before;
import org.evenstar.pipeline.Landed;
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.pipeline.RunResult;
import org.evenstar.pipeline.Stages;
import org.evenstar.schemas.config.RunConfig;

/** Runs a sample from its deliveries to its release. */
final class WholeRun {
  private static final String VERSION = "test";
  private static final Path SAMPLES = Path.of("../../data-samples");

  private WholeRun() {}

  /** The samples in the tree. */
  static List<String> samples() throws IOException {
    try (Stream<Path> found = Files.list(SAMPLES)) {
      return found
          .filter(folder -> Files.exists(folder.resolve("run.json")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /**
   * SHA-256 of every dataset of the release, by path; the manifest names the engine and differs.
   */
  static Map<String, String> hashes(String sample, String engine, Path out, RunListener listener)
      throws IOException {
    return hashes(RunConfig.load(SAMPLES.resolve(sample)), engine, out, listener);
  }

  /**
   * The same, going on from what an earlier run has read and kept of most of the deliveries.
   *
   * @param folder where the sample is delivered, and runs
   */
  static Map<String, String> hashesOfLateDeliveries(String sample, String engine, Path folder)
      throws IOException {
    Path run = folder.resolve("run");
    Path out = folder.resolve("out");
    List<Path> deliveries = files(SAMPLES.resolve(sample).resolve("landing"));
    List<Path> late = deliveries.subList(deliveries.size() * 3 / 4, deliveries.size());
    for (Path file : files(SAMPLES.resolve(sample))) {
      if (!late.contains(file)) {
        deliver(sample, file, run);
      }
    }
    keep(RunConfig.load(run), engine, out);
    List<Path> kept = files(out.resolve(".work/scored"));
    for (Path file : late) {
      deliver(sample, file, run);
    }
    Map<String, String> hashes = hashes(RunConfig.load(run), engine, out, RunListener.SILENT);
    assertThat(files(out.resolve(".work/scored"))).containsAll(kept);
    return hashes;
  }

  private static void deliver(String sample, Path file, Path run) throws IOException {
    Path copy = run.resolve(SAMPLES.resolve(sample).relativize(file).toString());
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy);
  }

  private static void keep(RunConfig config, String engine, Path out) throws IOException {
    Path work = Files.createDirectories(out.resolve(".work"));
    LandingOptions options = new LandingOptions(2, day(config), VERSION);
    LandingResult landed =
        new Landing(config, config.landingFolder(), work, options, path -> {}).land();
    Before before = new Before(Map.of(), List.of(), work.resolve("scored"));
    Path tables = Files.createDirectories(out.resolve("kept-tables"));
    EngineOptions limits = new EngineOptions(2, 512, out.resolve("kept-spill"));
    try (Engine opened = Engines.open(engine, limits)) {
      new Stages(config, opened, tables, RunListener.SILENT, day(config), before)
          .keep(Landed.of(landed));
    }
  }

  private static LocalDate day(RunConfig config) {
    LocalDate day = config.run().asOf();
    return day == null ? LocalDate.of(2025, 1, 10) : day;
  }

  private static Map<String, String> hashes(
      RunConfig config, String engine, Path out, RunListener listener) throws IOException {
    RunOptions options = new RunOptions(out, engine, 2, 512, day(config), VERSION);
    RunResult result = new Pipeline(config, options, listener).run();
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(result.release())) {
      String path = result.release().relativize(file).toString().replace('\\', '/');
      if (!path.equals("manifest.json")) {
        hashes.put(path, sha256(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
