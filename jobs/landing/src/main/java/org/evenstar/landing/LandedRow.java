package org.evenstar.landing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;

/** One dossier on its way from a file to the landed tables; one buffer a file. */
final class LandedRow {
  private final EnumMap<Field, Decoded> fields = new EnumMap<>(Field.class);
  final @Nullable Decoded[] scores;
  final @Nullable String[] rawScores;
  final List<Located> problems = new ArrayList<>();
  String sheet = "";
  int rowNumber;
  String bodyId = "";
  String period = "";
  @Nullable String scaleVersion;
  @Nullable String regionRaw;

  /** A finding and the column it was found in. */
  record Located(String column, Found found) {}

  LandedRow(int items) {
    this.scores = new @Nullable Decoded[items];
    this.rawScores = new @Nullable String[items];
  }

  void clear() {
    fields.clear();
    Arrays.fill(scores, null);
    Arrays.fill(rawScores, null);
    problems.clear();
    scaleVersion = null;
    regionRaw = null;
  }

  Decoded field(Field field) {
    return fields.getOrDefault(field, Decoded.BLANK);
  }

  void set(Field field, Decoded decoded) {
    fields.put(field, decoded);
  }

  @Nullable String text(Field field) {
    return field(field).text();
  }

  void found(String column, Found found) {
    problems.add(new Located(column, found));
  }

  /** Notes a finding in a field, under the field's own name. */
  void found(Field field, Found found) {
    found(field.id(), found);
  }

  /** Whether the row takes a dossier back. */
  boolean isWithdrawal() {
    return "WITHDRAW".equals(text(Field.ACTION));
  }

  /** The gravest severity found, or null. */
  Reasons.@Nullable Severity severity() {
    Reasons.Severity worst = null;
    for (Located problem : problems) {
      Reasons.Severity severity = Reasons.of(problem.found().reasonCode()).severity();
      if (worst == null || severity.compareTo(worst) > 0) {
        worst = severity;
      }
    }
    return worst;
  }

  /** A 64-bit FNV-1a hash over what was said, not over where. */
  long contentHash() {
    long hash = 0xcbf29ce484222325L;
    for (Field field : Field.values()) {
      Decoded decoded = field(field);
      hash = mix(hash, decoded.text() == null ? decoded.absence() : decoded.text());
    }
    for (int i = 0; i < scores.length; i++) {
      Decoded score = scores[i];
      if (score != null) {
        hash = (hash ^ (i * 31L + score.number())) * 0x100000001b3L;
        hash = mix(hash, score.absence());
      }
    }
    return hash;
  }

  private static long mix(long hash, @Nullable String text) {
    long mixed = hash;
    if (text != null) {
      for (int i = 0; i < text.length(); i++) {
        mixed = (mixed ^ text.charAt(i)) * 0x100000001b3L;
      }
    }
    return (mixed ^ 0x1F) * 0x100000001b3L;
  }
}
