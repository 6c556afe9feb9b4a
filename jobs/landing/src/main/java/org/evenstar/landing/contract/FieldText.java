package org.evenstar.landing.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.LocalText;

/** What a field means, in both languages. */
record FieldText(String field, String zh, String en) {
  private static final List<FieldText> ALL = read();

  static List<FieldText> all() {
    return ALL;
  }

  static LocalText of(String field) {
    return ALL.stream()
        .filter(text -> text.field().equals(field))
        .map(text -> new LocalText(text.zh(), text.en()))
        .findFirst()
        .orElseThrow();
  }

  private static List<FieldText> read() {
    try (InputStream in = FieldText.class.getResourceAsStream("fields.json")) {
      return Arrays.asList(Json.MAPPER.readValue(in, FieldText[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
