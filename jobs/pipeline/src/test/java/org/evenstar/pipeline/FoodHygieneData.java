package org.evenstar.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The whole public food hygiene data set, out of the shared data: {@code EVENSTAR_SHARED}, or
 * {@code shared} beside the checkout.
 */
final class FoodHygieneData {
  private static final Path SAMPLE = Path.of("../../data-samples/food-hygiene");

  private FoodHygieneData() {}

  /** Where the data and their truths lie, if they are there. */
  static Path folder() {
    String named = System.getProperty("evenstar.shared", System.getenv("EVENSTAR_SHARED"));
    Path shared = named == null ? Path.of("../../../shared") : Path.of(named);
    return shared.resolve("data/fhrs_uk_2015");
  }

  /** Lays a run folder of the sample's configuration and all deliveries. */
  static Path run(Path run) throws IOException {
    copy(SAMPLE.resolve("run.json"), run.resolve("run.json"));
    try (Stream<Path> files = Files.walk(SAMPLE.resolve("config"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file, run.resolve(SAMPLE.relativize(file).toString()));
      }
    }
    unzip(folder().resolve("fhrs_csv.zip"), Files.createDirectories(run.resolve("landing")));
    return run;
  }

  /** The rows of a truth file, by the key of its dimensions. */
  static Map<String, Map<String, String>> truth(List<String> dimensions) throws IOException {
    String name = dimensions.contains("body_code") ? "body" : String.join("_", dimensions);
    List<String> lines =
        Files.readAllLines(folder().resolve("truth_by_" + name + ".csv"), StandardCharsets.UTF_8);
    String[] header = lines.get(0).split(",", -1);
    Map<String, Map<String, String>> truth = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      // names that hold a comma are quoted; no other cell is
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      String key =
          (dimensions.contains("sector") && !dimensions.contains("region") ? "|" : "")
              + String.join("|", dimensions.stream().map(row::get).toList());
      truth.put(key, row);
    }
    return truth;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.copy(from, to);
  }

  private static void unzip(Path zip, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().endsWith(".csv")) {
          Files.copy(entries, to.resolve(Path.of(entry.getName()).getFileName().toString()));
        }
      }
    }
  }
}
