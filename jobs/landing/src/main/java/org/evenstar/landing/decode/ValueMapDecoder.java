package org.evenstar.landing.decode;

import java.util.HashMap;
import java.util.Map;
import org.evenstar.schemas.config.Source;

/** Texts by a table of the source; a number where the meaning is one (a star). */
public final class ValueMapDecoder implements FieldDecoder {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> absences = new HashMap<>();
  private final String unknown;

  /**
   * @param unknown reason code of a text that is not in the table
   */
  public ValueMapDecoder(Source.ValueMap map, String unknown) {
    map.map().forEach(value -> value.raw().forEach(raw -> values.put(key(raw), value.value())));
    map.absent().forEach(a -> a.raw().forEach(raw -> absences.put(key(raw), a.absence())));
    this.unknown = unknown;
  }

  private static String key(String raw) {
    return TextRepair.strip(TextRepair.halfWidth(raw));
  }

  @Override
  public Decoded decode(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    String absence = absences.get(plain.text());
    if (absence != null) {
      return Decoded.absent(absence);
    }
    String value = values.get(plain.text());
    if (value == null) {
      return Decoded.wrong(Found.of(unknown, raw));
    }
    long number = value.matches("-?\\d{1,9}") ? Long.parseLong(value) : 0;
    return Decoded.number(number, value, plain.found());
  }
}
