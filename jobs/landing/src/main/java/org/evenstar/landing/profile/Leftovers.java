package org.evenstar.landing.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenstar.landing.decode.Nearest;
import org.evenstar.landing.profile.Evidence.Confidence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Columns that are no field: personal ones are dropped before anything is stored. */
final class Leftovers {
  private static final double MOSTLY = 0.5;
  private static final String TELEPHONE = "\\+?[0-9][0-9 -]{9,16}";
  private static final String MAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

  private Leftovers() {}

  /** Whether a header says that a column is about a person. */
  static boolean isPersonal(String header, Vocabulary words) {
    String key = Vocabulary.key(header);
    return words.personal().stream().map(Vocabulary::key).anyMatch(key::contains);
  }

  static void into(
      ObjectNode source,
      FileSample sample,
      Set<String> left,
      List<FieldGuess.Match> fields,
      Vocabulary words,
      List<Evidence> evidence) {
    Set<String> found = fields.stream().map(m -> m.field().id()).collect(Collectors.toSet());
    List<String> ignore = new ArrayList<>();
    List<String> personal = new ArrayList<>();
    for (String header : left) {
      if (header.isBlank()) {
        continue;
      }
      ColumnSample column = sample.columns().get(header);
      boolean looksPersonal =
          column != null
              && column.share(v -> v.strip().matches(TELEPHONE + "|" + MAIL)) > MOSTLY
              && column.share(v -> v.strip().matches("\\d{4}-\\d{2}-\\d{2}")) == 0;
      if (isPersonal(header, words) || looksPersonal) {
        personal.add(header);
        evidence.add(
            new Evidence("/personal", header, "about a person: never stored", Confidence.SURE));
      } else {
        ignore.add(header);
        String near = suggestion(header, found, words);
        evidence.add(
            new Evidence(
                "/ignore",
                header,
                near == null ? "not known: left alone" : "not known: did you mean " + near + "?",
                Confidence.CHECK));
      }
    }
    put(source, "ignore", ignore);
    put(source, "personal", personal);
    for (String field : words.required()) {
      if (!found.contains(field)) {
        evidence.add(
            new Evidence(
                "/columns", "", "no column for " + field + " was found", Confidence.CHECK));
      }
    }
  }

  /** The field, not found yet, whose words are nearest to a header. */
  private static @Nullable String suggestion(String header, Set<String> found, Vocabulary words) {
    Map<String, String> fieldOfWord = new HashMap<>();
    words
        .fields()
        .forEach(
            (field, texts) -> {
              if (!found.contains(field)) {
                texts.forEach(text -> fieldOfWord.put(text, field));
              }
            });
    String near = Nearest.to(header, fieldOfWord.keySet().stream().sorted().toList());
    return near == null ? null : fieldOfWord.get(near) + " (" + near + ")";
  }

  private static void put(ObjectNode source, String key, Collection<String> headers) {
    if (!headers.isEmpty()) {
      ArrayNode list = source.putArray(key);
      headers.forEach(list::add);
    }
  }
}
