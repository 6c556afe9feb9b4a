package org.evenstar.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schemas (2020-12) of configuration, delivery, dataset and release, and the validator
 * that reports every problem at once.
 */
public final class Schemas {
  private static final String PREFIX = "https://evenstar.org/schema/";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::textById));

  private static final ConcurrentHashMap<String, Schema> LOADED = new ConcurrentHashMap<>();

  private Schemas() {}

  /** The `$id` of a schema. */
  public static String id(String name) {
    return PREFIX + name + "/1";
  }

  /** The schema's text. */
  public static String text(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream(name + ".schema.json")) {
      if (in == null) {
        throw new IllegalArgumentException("Cannot find schema '" + name + "': no such resource");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks a document against a schema.
   *
   * @param name schema name, such as {@code model}
   * @param file how the document is called in the problems
   * @return every problem, sorted; empty when the document is valid
   */
  public static List<Problem> validate(String name, String file, JsonNode document) {
    Schema schema = LOADED.computeIfAbsent(name, n -> REGISTRY.getSchema(SchemaLocation.of(id(n))));
    List<Problem> problems = new ArrayList<>();
    for (Error error :
        schema.validate(
            document,
            context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))) {
      problems.add(new Problem(file, error.getInstanceLocation().toString(), wording(error)));
    }
    problems.sort(null);
    return problems.stream().distinct().toList();
  }

  private static String wording(Error error) {
    JsonNode value = error.getInstanceNode();
    String shown = value == null || value.isContainer() ? "" : " (it is " + value + ")";
    return error.getMessage() + shown;
  }

  private static String textById(String id) {
    if (!id.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "Cannot load schema '" + id + "': only built-in schemas are used; nothing is fetched");
    }
    return text(id.substring(PREFIX.length(), id.lastIndexOf('/')));
  }
}
