package org.evenstar.disclosure;

import java.util.Map;
import java.util.TreeMap;

/**
 * Names one cell by its codes, such as {@code region=430000;sector=finance}; a dimension not named
 * is at its total. Dimensions are in alphabetical order, so equal cells have equal text.
 */
public record CellKey(String text) implements Comparable<CellKey> {

  /** The grand total: every dimension at its total. */
  public static final CellKey ALL = new CellKey("");

  /** The key of these dimension→code pairs. */
  public static CellKey of(Map<String, String> codes) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(codes)
        .forEach(
            (dimension, code) -> {
              check(dimension, dimension);
              check(dimension, code);
              text.append(text.isEmpty() ? "" : ";").append(dimension).append('=').append(code);
            });
    return new CellKey(text.toString());
  }

  /** The key of dimension, code, dimension, code, … */
  public static CellKey of(String... dimensionsAndCodes) {
    Map<String, String> codes = new TreeMap<>();
    for (int i = 0; i < dimensionsAndCodes.length; i += 2) {
      codes.put(dimensionsAndCodes[i], dimensionsAndCodes[i + 1]);
    }
    return of(codes);
  }

  /** The codes by dimension, dimensions at their total left out. */
  public Map<String, String> codes() {
    Map<String, String> codes = new TreeMap<>();
    if (!text.isEmpty()) {
      for (String pair : text.split(";", -1)) {
        int equals = pair.indexOf('=');
        codes.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return codes;
  }

  @Override
  public int compareTo(CellKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "(all)" : text;
  }

  private static void check(String dimension, String part) {
    if (part.isEmpty() || part.indexOf('=') >= 0 || part.indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "Cannot name cell by dimension '%s', code '%s': '=' and ';' and empty text separate codes; rename it"
              .formatted(dimension, part));
    }
  }
}
