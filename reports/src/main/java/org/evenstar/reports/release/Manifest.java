package org.evenstar.reports.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.reports.ReportException;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.LocalText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a release says of itself; a key that is absent reads as empty text.
 *
 * @param rows number of rows by {@code tier/dataset}
 */
public record Manifest(
    String releaseId,
    LocalText title,
    String asOf,
    String modelId,
    String modelVersion,
    boolean isInferred,
    boolean isSynthetic,
    String engine,
    String codeVersion,
    String supersedes,
    Map<String, Long> rows) {

  public Manifest {
    rows = Map.copyOf(rows);
  }

  static Manifest read(Path folder) {
    Path file = folder.resolve("manifest.json");
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(Files.newInputStream(file));
    } catch (IOException | JacksonException e) {
      throw new ReportException(
          "Cannot read '" + file + "': " + e.getMessage() + "; verify the release", e);
    }
    String id = text(root, "release_id");
    return new Manifest(
        id.isEmpty() ? String.valueOf(folder.toAbsolutePath().normalize().getFileName()) : id,
        new LocalText(text(root.path("title"), "zh"), text(root.path("title"), "en")),
        text(root, "as_of"),
        text(root, "model_id"),
        text(root, "model_version"),
        root.path("inferred").asBoolean(false),
        root.path("synthetic").asBoolean(false),
        text(root, "engine"),
        text(root, "code_version"),
        text(root, "supersedes"),
        rows(root.path("datasets")));
  }

  private static Map<String, Long> rows(JsonNode datasets) {
    Map<String, Long> out = new TreeMap<>();
    for (JsonNode dataset : datasets.isArray() ? datasets : List.<JsonNode>of()) {
      out.put(text(dataset, "tier") + "/" + text(dataset, "name"), dataset.path("rows").asLong(0));
    }
    return out;
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }
}
