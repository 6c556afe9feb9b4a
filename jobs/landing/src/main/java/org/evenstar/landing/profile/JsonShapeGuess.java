package org.evenstar.landing.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the dossiers and their scores stand in a JSON document, told from its first dossier. */
final class JsonShapeGuess {
  private static final long LARGEST_BYTES = 64L << 20;

  private JsonShapeGuess() {}

  /** The shape as the source schema words it; null when the file is no JSON. */
  static @Nullable ObjectNode of(Path file, Set<String> itemIds) throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      return null;
    }
    String text = text(file);
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return null;
    }
    ObjectNode shape = Json.MAPPER.createObjectNode();
    JsonNode record;
    try {
      // Of JSON Lines this reads the first.
      JsonNode root =
          Json.MAPPER
              .readerFor(JsonNode.class)
              .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readValue(text);
      record = root.isArray() ? root.path(0) : root;
      for (Map.Entry<String, JsonNode> entry :
          root.isObject() ? root.properties() : Set.<Map.Entry<String, JsonNode>>of()) {
        boolean isList = entry.getValue().isArray() && entry.getValue().path(0).isObject();
        if (isList && !holdsItem(entry.getValue().path(0), itemIds)) {
          shape.put("records", "/" + entry.getKey().replace("~", "~0").replace("/", "~1"));
          record = entry.getValue().path(0);
        }
      }
    } catch (JacksonException e) {
      return null;
    }
    scores(record, itemIds, shape);
    return shape;
  }

  private static String text(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
  }

  private static void scores(JsonNode record, Set<String> itemIds, ObjectNode shape) {
    for (Map.Entry<String, JsonNode> entry : record.properties()) {
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        shape.put("scores", entry.getKey());
      } else if (value.isArray() && value.path(0).isObject()) {
        shape.put("scores", entry.getKey());
        for (Map.Entry<String, JsonNode> part : value.path(0).properties()) {
          boolean isItem = itemIds.contains(part.getValue().asString(""));
          shape.put(isItem ? "item_key" : "value_key", part.getKey());
        }
      }
    }
  }

  private static boolean holdsItem(JsonNode node, Set<String> itemIds) {
    return node.properties().stream().anyMatch(p -> itemIds.contains(p.getValue().asString("")));
  }
}
