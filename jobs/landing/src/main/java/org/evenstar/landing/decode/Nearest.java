package org.evenstar.landing.decode;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known text that was most likely meant, to be offered and never applied. */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /**
   * The candidate with the fewest changes (Levenshtein), if at most a third of the longer text
   * changes or one text holds the other; null when none is near.
   */
  public static @Nullable String to(String text, Iterable<String> candidates) {
    String key = key(text);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      String other = key(candidate);
      if (key.isEmpty() || other.isEmpty() || key.length() > LONGEST || other.length() > LONGEST) {
        continue;
      }
      int changes = changes(key, other);
      boolean isNear =
          changes * 3 <= Math.max(key.length(), other.length())
              || (Math.min(key.length(), other.length()) >= 2
                  && (key.contains(other) || other.contains(key)));
      boolean isBetter =
          changes < least || (changes == least && best != null && candidate.compareTo(best) < 0);
      if (isNear && isBetter) {
        best = candidate;
        least = changes;
      }
    }
    return best;
  }

  private static String key(String text) {
    return TextRepair.strip(TextRepair.halfWidth(text)).toLowerCase(Locale.ROOT);
  }

  private static int changes(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
