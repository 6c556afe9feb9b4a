package org.evenstar.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
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

  /** What to do; the places of values are left as dots, because a count has no one value. */
  static String remedy(String code, String language) {
    return text(code, "remedy", language).replaceAll("\\{[a-z_]+\\}", "…");
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
