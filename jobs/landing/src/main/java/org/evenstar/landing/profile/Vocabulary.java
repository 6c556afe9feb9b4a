package org.evenstar.landing.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenstar.schemas.Json;

/**
 * Words met in deliveries: headers by field, personal columns, absences and scores. Data, so that a
 * new word changes no code.
 */
record Vocabulary(
    Map<String, List<String>> fields,
    List<String> required,
    List<String> personal,
    List<String> body,
    List<String> dateFormats,
    List<String> absent,
    Map<String, List<String>> words,
    Map<String, String> letters) {

  static final Vocabulary BUILT_IN = read();

  private static Vocabulary read() {
    try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.json")) {
      return Json.MAPPER.readValue(in, Vocabulary.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A header without case, spaces and signs, so that "Grading.Date" is "grading date". */
  static String key(String header) {
    return header.replaceAll("[\\s\\p{Punct}，。：；（）【】、]+", "").toLowerCase(Locale.ROOT);
  }
}
