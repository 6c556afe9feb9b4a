package org.evenstar.landing.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills {@code {value}}, {@code {column}}, {@code {expected}} and {@code {suggestion}}. */
final class RemedyText {
  private static final Pattern CLAUSES = Pattern.compile("(?<=[;；])");
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  private RemedyText() {}

  /** The text with its names filled; a clause whose name has no text is left out. */
  static String fill(String remedy, String column, String value, Map<String, String> parameters) {
    List<String> clauses = new ArrayList<>();
    for (String clause : CLAUSES.split(remedy, -1)) {
      String filled = clause(clause, column, value, parameters);
      if (filled != null) {
        clauses.add(filled);
      }
    }
    return String.join("", clauses).replaceAll("\\s*[;；]$", "").strip();
  }

  private static @Nullable String clause(
      String clause, String column, String value, Map<String, String> parameters) {
    Matcher names = NAME.matcher(clause);
    StringBuilder text = new StringBuilder();
    while (names.find()) {
      String word =
          switch (names.group(1)) {
            case "value" -> value;
            case "column" -> column;
            default -> parameters.getOrDefault(names.group(1), "");
          };
      if (word.isEmpty()) {
        return null;
      }
      names.appendReplacement(text, Matcher.quoteReplacement(word));
    }
    return names.appendTail(text).toString();
  }
}
