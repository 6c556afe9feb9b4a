package org.evenstar.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** Where what is computed from scores is kept. */
  Path scored() {
    return root.resolve("scored");
  }

  /** The name of a file of one month. */
  static String file(int month, long number) {
    return String.format(Locale.ROOT, "%03d-%06d.parquet", month, number);
  }

  /** The landed tables as landing would have left them. */
  Landed landed() {
    return landed(BenchData.MONTHS);
  }

  /** The landed tables of the first months. */
  Landed landed(int months) {
    String end = "dossier-" + file(months, 0);
    List<Path> dossiers = files("dossier");
    List<Path> scores = files("score");
    List<Landed.Batch> batches = new ArrayList<>();
    for (int i = 0; i < dossiers.size(); i++) {
      String name = String.valueOf(dossiers.get(i).getFileName());
      if (name.compareTo(end) < 0) {
        batches.add(new Landed.Batch(name, List.of(dossiers.get(i)), List.of(scores.get(i))));
      }
    }
    return new Landed(batches, files("problem"), files("delivery"), Map.of());
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
