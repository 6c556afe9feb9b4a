package org.evenstar.landing.profile;

import java.util.List;
import java.util.Locale;
import org.evenstar.landing.decode.DateDecoder;
import org.evenstar.landing.profile.Evidence.Confidence;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Words a column that was found as the source schema does, and says why it was taken. */
final class ColumnGuess {
  private static final double MOSTLY = 0.8;
  private static final double HALF = 0.5;
  private static final int EXACT = 2;

  private final Vocabulary words;
  private final List<Evidence> evidence;

  ColumnGuess(Vocabulary words, List<Evidence> evidence) {
    this.words = words;
    this.evidence = evidence;
  }

  /** Adds a column and returns it. */
  ObjectNode into(ArrayNode columns, FieldGuess.Match match) {
    ColumnSample cells = match.column();
    String field = match.field().id();
    ObjectNode column = columns.addObject();
    column.put("field", field);
    column.putArray("headers").add(cells.header);
    if (words.required().contains(field) && cells.filled() >= HALF) {
      column.put("required", true);
    }
    String part = "/columns/" + (columns.size() - 1);
    if (field.endsWith("_on")) {
      dates(column, cells, part);
    }
    evidence.add(new Evidence(part, cells.header, reason(match), confidence(match)));
    return column;
  }

  private static String reason(FieldGuess.Match match) {
    String named =
        switch (match.names()) {
          case EXACT -> "the header is a known word";
          case 1 -> "the header holds a known word";
          default -> "told by its cells alone";
        };
    String cells =
        match.content() < 0
            ? ""
            : String.format(Locale.ROOT, "; %.0f %% of cells fit", 100 * match.content());
    FieldGuess.Other other = match.otherwise();
    String swapped =
        other == null
            ? ""
            : "; they look like " + other.field().id() + ": are two headers exchanged?";
    return match.field().id()
        + ": "
        + named
        + cells
        + swapped
        + (match.column().example().isEmpty() ? "" : "; such as '" + cut(match) + "'");
  }

  /**
   * An example; names of institutions are not personal, cells of personal columns never get here.
   */
  private static String cut(FieldGuess.Match match) {
    String text = match.column().example().strip();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static Confidence confidence(FieldGuess.Match match) {
    if (match.otherwise() != null || (match.names() < EXACT && match.content() < MOSTLY)) {
      return Confidence.CHECK;
    }
    return match.content() >= MOSTLY ? Confidence.SURE : Confidence.LIKELY;
  }

  /**
   * A pattern is only proposed where cells need it; two that fit all are for a person to choose.
   */
  private void dates(ObjectNode column, ColumnSample cells, String part) {
    if (cells.values.isEmpty()
        || cells.understood(new DateDecoder(List.of(), null, null)) >= MOSTLY) {
      return;
    }
    List<String> fitting =
        words.dateFormats().stream()
            .filter(p -> cells.understood(new DateDecoder(List.of(p), null, null)) >= MOSTLY)
            .toList();
    if (fitting.isEmpty()) {
      evidence.add(
          new Evidence(
              part + "/date_formats", cells.header, "no known pattern fits", Confidence.CHECK));
      return;
    }
    column.putArray("date_formats").add(fitting.get(0));
    evidence.add(
        new Evidence(
            part + "/date_formats",
            cells.header,
            fitting.size() == 1 ? "fits nearly all" : "day or month first? these fit: " + fitting,
            fitting.size() == 1 ? Confidence.LIKELY : Confidence.CHECK));
  }
}
