package org.evenstar.landing.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.FieldDecoder;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.profile.Evidence.Confidence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body's own words for a code list or a star: each with the code that the list knows it by or
 * that is written nearly so. Few wrong cells are mistakes, not words, and get no map.
 */
final class ValueMapGuess {
  private static final Set<Field> MAPPED =
      Set.of(Field.SECTOR, Field.ORGANISATION_TYPE, Field.APPLIED_STAR, Field.AWARDED_STAR);
  private static final double MOSTLY = 0.8;
  private static final int MOST_TEXTS = 30;

  private final FieldDecoder decoder;
  private final Map<String, List<String>> textsByValue = new LinkedHashMap<>();
  private final List<String> near = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  private ValueMapGuess(FieldDecoder decoder) {
    this.decoder = decoder;
  }

  /** Adds a map to the source, and its name to the column, where the cells need one. */
  static void into(
      ObjectNode source,
      ObjectNode column,
      FieldGuess.Match match,
      @Nullable FieldDecoder decoder,
      List<Evidence> evidence) {
    Set<String> texts = match.column().distinct();
    if (decoder == null
        || !MAPPED.contains(match.field())
        || match.otherwise() != null
        || match.content() >= MOSTLY
        || texts.size() > MOST_TEXTS) {
      return;
    }
    ValueMapGuess guess = new ValueMapGuess(decoder);
    texts.forEach(guess::add);
    String field = match.field().id();
    if (!guess.textsByValue.isEmpty()) {
      column.put("values", field);
      ArrayNode map = source.withObject("/value_maps").putObject(field).putArray("map");
      guess.textsByValue.forEach(
          (value, known) -> {
            ObjectNode entry = map.addObject();
            known.forEach(entry.putArray("raw")::add);
            entry.put("value", value);
          });
    }
    String said =
        (guess.near.isEmpty() ? "" : "only near a known word: " + guess.near + "; ")
            + (guess.unknown.isEmpty() ? "" : "no meaning known: " + guess.unknown + "; ")
            + "say what each text stands for";
    evidence.add(
        new Evidence("/value_maps/" + field, match.column().header, said, Confidence.CHECK));
  }

  private void add(String text) {
    Decoded decoded = decoder.decode(text);
    String value = decoded.isPresent() ? decoded.text() : nearest(decoded);
    if (value == null) {
      unknown.add(text);
      return;
    }
    textsByValue.computeIfAbsent(value, v -> new ArrayList<>()).add(text);
    if (!decoded.isPresent()) {
      near.add(text + " → " + value);
    }
  }

  private @Nullable String nearest(Decoded wrong) {
    for (Found found : wrong.found()) {
      if (found.suggestion() != null) {
        return decoder.decode(found.suggestion()).text();
      }
    }
    return null;
  }
}
