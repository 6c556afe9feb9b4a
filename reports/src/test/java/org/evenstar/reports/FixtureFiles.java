package org.evenstar.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.schemas.Json;

/** Writes a release the way the contract lays it out: CSV by tier, manifest and model. */
final class FixtureFiles {
  private final Path folder;
  private final List<Map<String, Object>> datasets = new ArrayList<>();

  FixtureFiles(Path folder) {
    this.folder = folder;
  }

  /** One dataset; the first row holds the column names. */
  void dataset(String tier, String name, List<List<String>> rows) {
    Path file = folder.resolve(tier).resolve(name + ".csv");
    try {
      Files.createDirectories(file.getParent());
      try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
        rows.forEach(csv::writeRecord);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    datasets.add(Map.of("name", name, "tier", tier, "rows", rows.size() - 1));
  }

  void json(String name, Object value) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), Json.MAPPER.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The manifest with what was written so far. */
  void manifest(boolean inferred) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("release_id", "r0007");
    manifest.put("title", Map.of("zh", "六家评估机构(样例)", "en", "Six assessment bodies (sample)"));
    manifest.put("as_of", "2025-01-10");
    manifest.put("model_id", "CN-SME-SVC");
    manifest.put("model_version", "0.1-inferred");
    manifest.put("inferred", inferred);
    manifest.put("synthetic", true);
    manifest.put("engine", "duckdb");
    manifest.put("code_version", "0.1.0");
    manifest.put("datasets", datasets);
    json("manifest.json", manifest);
  }
}
