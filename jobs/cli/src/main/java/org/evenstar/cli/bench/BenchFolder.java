package org.evenstar.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenstar.pipeline.Landed;
import org.evenstar.schemas.config.RunConfig;

/**
 * The data that are measured: a run folder's configuration and landed tables of made-up dossiers.
 *
 * @param root holds {@code run/} and {@code landed/}
 */
record BenchFolder(Path root) {

  Path run() {
    return root.resolve("run");
  }

  Path landedFolder() {
    return root.resolve("landed");
  }

  RunConfig config() {
    return RunConfig.load(run());
  }

  /** The landed tables as landing would have left them. */
  Landed landed() {
    return new Landed(
        files("dossier"), files("score"), files("problem"), files("delivery"), Map.of());
  }

  private List<Path> files(String table) {
    try (Stream<Path> found = Files.list(landedFolder())) {
      return found
          .filter(file -> String.valueOf(file.getFileName()).startsWith(table + "-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of the landed tables. */
  long bytes() {
    return Stream.of("dossier", "score")
        .flatMap(table -> files(table).stream())
        .mapToLong(file -> file.toFile().length())
        .sum();
  }
}
