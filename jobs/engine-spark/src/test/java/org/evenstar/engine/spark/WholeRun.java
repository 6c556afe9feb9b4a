package org.evenstar.engine.spark;

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
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.pipeline.RunResult;
import org.evenstar.schemas.config.RunConfig;

/** Runs a sample from its deliveries to its release. */
final class WholeRun {
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
    RunConfig config = RunConfig.load(SAMPLES.resolve(sample));
    LocalDate day = config.run().asOf();
    RunOptions options =
        new RunOptions(out, engine, 2, 512, day == null ? LocalDate.of(2025, 1, 10) : day, "test");
    RunResult result = new Pipeline(config, options, listener).run();
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> found = Files.walk(result.release())) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String path = result.release().relativize(file).toString().replace('\\', '/');
        if (!path.equals("manifest.json")) {
          hashes.put(path, sha256(Files.readAllBytes(file)));
        }
      }
    }
    return hashes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
