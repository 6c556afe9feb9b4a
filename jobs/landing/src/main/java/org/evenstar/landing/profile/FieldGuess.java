package org.evenstar.landing.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.FieldDecoder;
import org.jspecify.annotations.Nullable;

/** Which column is which field: by the words of its header and by what its cells look like. */
final class FieldGuess {
  private static final double LOOKS_LIKE = 0.8;
  private static final double LOOKS_OTHERWISE = 0.2;
  private static final int EXACT = 2;
  private static final int PARTLY = 1;

  /** Fields whose cells alone tell them. */
  private static final Set<Field> TOLD_BY_CONTENT = Set.of(Field.INSTITUTION_CODE);

  /**
   * A column taken for a field.
   *
   * @param names 2: the header is a known word; 1: it holds one; 0: told by its cells
   * @param content share of its cells that the field's decoder understands; -1 when it has none
   * @param otherwise field that its cells look like instead, or null
   */
  record Match(
      Field field, ColumnSample column, int names, double content, @Nullable Other otherwise) {}

  /** What the cells of a column look like instead. */
  record Other(Field field, double share) {}

  private final Vocabulary words;
  private final Map<Field, FieldDecoder> decoders;

  /**
   * @param decoders of the fields whose cells can be told from others
   */
  FieldGuess(Vocabulary words, Map<Field, FieldDecoder> decoders) {
    this.words = words;
    this.decoders = decoders;
  }

  /** The fields found, in the order of the vocabulary. */
  List<Match> of(Collection<ColumnSample> columns) {
    List<Match> candidates = new ArrayList<>();
    for (ColumnSample column : columns) {
      for (Field field : Field.values()) {
        int names = names(column.header, field);
        double content = content(column, field);
        if (names > 0 || (TOLD_BY_CONTENT.contains(field) && content >= LOOKS_LIKE)) {
          candidates.add(new Match(field, column, names, content, otherwise(column, content)));
        }
      }
    }
    candidates.sort(
        Comparator.comparingInt(Match::names)
            .thenComparingDouble(Match::content)
            .thenComparingDouble(match -> match.column().filled())
            .reversed());
    Set<ColumnSample> taken = new HashSet<>();
    Map<Field, Match> found = new EnumMap<>(Field.class);
    for (Match match : candidates) {
      if (!taken.contains(match.column()) && !found.containsKey(match.field())) {
        found.put(match.field(), match);
        taken.add(match.column());
      }
    }
    return List.copyOf(found.values());
  }

  private @Nullable Other otherwise(ColumnSample column, double content) {
    return content >= 0 && content < LOOKS_OTHERWISE ? looksLike(column) : null;
  }

  /** The field that a column's cells look most like; null when like none. */
  @Nullable Other looksLike(ColumnSample column) {
    return decoders.entrySet().stream()
        .map(decoder -> new Other(decoder.getKey(), column.understood(decoder.getValue())))
        .filter(other -> other.share() >= LOOKS_LIKE)
        .max(Comparator.comparingDouble(Other::share))
        .orElse(null);
  }

  private double content(ColumnSample column, Field field) {
    FieldDecoder decoder = decoders.get(field);
    return decoder == null || column.values.isEmpty() ? -1 : column.understood(decoder);
  }

  private int names(String header, Field field) {
    String key = Vocabulary.key(header);
    int best = 0;
    for (String word : words.fields().getOrDefault(field.id(), List.of())) {
      String known = Vocabulary.key(word);
      if (known.equals(key)) {
        return EXACT;
      }
      if (known.length() >= 2 && key.contains(known)) {
        best = PARTLY;
      }
    }
    return best;
  }
}
