package org.evenstar.landing.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Full-width characters and surplus spaces, undone and noted. */
public final class TextRepair {
  private static final int MOST_HEADER_KEYS = 10_000;
  private static final int LONGEST_HEADER = 200;

  /** Every file of a source has the same hundred headers. */
  private static final Map<String, String> HEADER_KEYS = new ConcurrentHashMap<>();

  private TextRepair() {}

  /**
   * A text made plain.
   *
   * @param text the plain text
   * @param found what had to be repaired
   */
  public record Plain(String text, List<Found> found) {}

  /** For codes, numbers, dates and stars: half-width, no outer spaces. */
  public static Plain plain(String raw) {
    List<Found> found = new ArrayList<>(0);
    String folded = halfWidth(raw);
    if (!folded.equals(raw)) {
      found.add(Found.of("TEXT_FULL_WIDTH", raw, folded.strip()));
    }
    return stripped(raw, folded, found);
  }

  /** For names: outer spaces only; full-width brackets are right in Chinese names. */
  public static Plain name(String raw) {
    return stripped(raw, raw, new ArrayList<>(0));
  }

  private static Plain stripped(String raw, String text, List<Found> found) {
    String stripped = strip(text);
    if (stripped.length() != text.length()) {
      found.add(Found.of("TEXT_SPACES", raw, stripped));
    }
    return new Plain(stripped, found);
  }

  /** Full-width ASCII (U+FF01…U+FF5E) as half-width; other characters as they are. */
  public static String halfWidth(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        StringBuilder folded = new StringBuilder(text);
        for (int j = i; j < folded.length(); j++) {
          char d = folded.charAt(j);
          if (d >= '\uFF01' && d <= '\uFF5E') {
            folded.setCharAt(j, (char) (d - 0xFEE0));
          }
        }
        return folded.toString();
      }
    }
    return text;
  }

  /** Without spaces of any kind at both ends: blank, tab, line break, no-break, ideographic. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF' || c == '\u200B';
  }

  /** A header for comparison: half-width, lower case, without any space. */
  public static String headerKey(String header) {
    if (HEADER_KEYS.size() >= MOST_HEADER_KEYS) {
      HEADER_KEYS.clear();
    }
    return header.length() > LONGEST_HEADER
        ? newHeaderKey(header)
        : HEADER_KEYS.computeIfAbsent(header, TextRepair::newHeaderKey);
  }

  private static String newHeaderKey(String header) {
    String folded = halfWidth(header);
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      if (!isSpace(folded.charAt(i))) {
        key.append(folded.charAt(i));
      }
    }
    return key.toString().toLowerCase(java.util.Locale.ROOT);
  }
}
