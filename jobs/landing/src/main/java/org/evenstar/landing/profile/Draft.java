package org.evenstar.landing.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A configuration whose only source knows every header of the vocabulary: enough to find the header
 * of a file and to try the decoders on its cells.
 */
final class Draft {
  /** Fields whose cells tell whether a column is theirs. */
  static final Set<String> TESTED =
      Set.of(
          "institution_code",
          "region",
          "sector",
          "organisation_type",
          "applied_star",
          "awarded_star",
          "assessed_on",
          "certified_on",
          "expires_on");

  private final String bodyId;

  Draft(String bodyId) {
    this.bodyId = bodyId;
  }

  /** The run's own configuration with the draft in place of its sources. */
  RunConfig config(Path run, Path work, @Nullable ObjectNode json) throws IOException {
    Path folder = Files.createTempDirectory(work, "run-");
    try (Stream<Path> files = Files.walk(run.resolve("config"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!run.relativize(file).startsWith(Path.of("config", "sources"))) {
          copy(file, folder.resolve(run.relativize(file).toString()));
        }
      }
    }
    copy(run.resolve("run.json"), folder.resolve("run.json"));
    Path sources = folder.resolve("config/sources");
    Files.createDirectories(sources);
    Files.writeString(sources.resolve("draft.json"), source(json).toString());
    return RunConfig.load(folder);
  }

  private static void copy(Path file, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(file, to);
  }

  private ObjectNode source(@Nullable ObjectNode json) {
    ObjectNode source = Json.MAPPER.createObjectNode();
    source.put("source_id", "draft").put("version", 1);
    source.putObject("body").put("id", bodyId);
    source.putArray("files").add("**");
    source.putObject("period").put("from", "assessed_on");
    if (json != null && !json.isEmpty()) {
      source.set("json", json);
    }
    ArrayNode columns = source.putArray("columns");
    Vocabulary.BUILT_IN
        .fields()
        .forEach(
            (field, words) -> {
              ObjectNode column = columns.addObject();
              column.put("field", field);
              words.forEach(column.putArray("headers")::add);
              if (field.endsWith("_on")) {
                Vocabulary.BUILT_IN.dateFormats().forEach(column.withArray("date_formats")::add);
              }
            });
    source.putObject("scores").put("header_pattern", "{item_id}").put("scale", "draft");
    ObjectNode scale = source.putArray("scales").addObject();
    scale.put("scale_id", "draft").put("version", "1").put("kind", "linear");
    scale.put("lowest", "0").put("highest", "100").put("unit", "points");
    List.copyOf(Vocabulary.BUILT_IN.personal()).forEach(source.withArray("personal")::add);
    return source;
  }
}
