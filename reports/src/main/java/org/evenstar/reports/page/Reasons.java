package org.evenstar.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.schemas.Json;
import tools.jackson.databind.JsonNode;

/** Titles and remedies of the reason catalogue; a code it does not know is its own title. */
final class Reasons {
  private static final Map<String, JsonNode> BY_CODE = read();

  private Reasons() {}

  static String title(String code, String language) {
    String text = text(code, "title", language);
    return text.isEmpty() ? code : text;
  }

  /** What to do, but for what speaks of one value: a count has none. None where nothing is left. */
  static List<String> remedy(String code, String language) {
    return Arrays.stream(text(code, "remedy", language).split("[;\\uFF1B]", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty() && !part.contains("{"))
        .toList();
  }

  private static String text(String code, String key, String language) {
    JsonNode reason = BY_CODE.get(code);
    return reason == null ? "" : reason.path(key).path(language).asString("");
  }

  private static Map<String, JsonNode> read() {
    Map<String, JsonNode> out = new HashMap<>();
    try (InputStream in = Json.class.getResourceAsStream("/org/evenstar/schemas/reasons.json")) {
      for (JsonNode reason : Json.MAPPER.readTree(in).path("reasons")) {
        out.put(reason.path("code").asString(""), reason);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }
}
