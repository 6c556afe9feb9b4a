package org.evenstar.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.evenstar.schemas.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a dataset's schema says of it and its columns; a dataset without a schema says nothing. */
final class Codebook {
  private final String dataset;
  private final JsonNode schema;

  private Codebook(String dataset, JsonNode schema) {
    this.dataset = dataset;
    this.schema = schema;
  }

  static Codebook of(String dataset) {
    String file = "/org/evenstar/schemas/datasets/" + dataset + ".json";
    try (InputStream in = Json.class.getResourceAsStream(file)) {
      return new Codebook(
          dataset, in == null ? JsonNodeFactory.instance.objectNode() : Json.MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String anchor(String dataset) {
    return "dataset-" + PageNames.of(dataset);
  }

  String title(String language) {
    String text = schema.path("title").path(language).asString("");
    return text.isEmpty() ? dataset : text;
  }

  String grain(String language) {
    JsonNode grain = schema.path("grain");
    return grain.isString() ? grain.asString() : grain.path(language).asString("");
  }

  String type(String column) {
    return column(column).path("type").asString("");
  }

  String unit(String column) {
    return column(column).path("unit").asString("");
  }

  String describe(String column, String language) {
    return column(column).path("description").path(language).asString("");
  }

  private JsonNode column(String name) {
    for (JsonNode column : schema.path("columns")) {
      if (column.path("name").asString("").equals(name)) {
        return column;
      }
    }
    return JsonNodeFactory.instance.objectNode();
  }
}
