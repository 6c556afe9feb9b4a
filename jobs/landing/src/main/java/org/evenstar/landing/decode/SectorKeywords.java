package org.evenstar.landing.decode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evenstar.schemas.config.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * The sector that a name tells: lower case, apostrophes dropped, every run of other characters
 * outside a–z 0–9 one space; the first keyword of the ordered list found as whole words wins.
 */
public final class SectorKeywords {
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();
  private final String[] sectors;
  private final @Nullable String otherwise;
  private final int longest;

  public SectorKeywords(Sectors config) {
    this.sectors = new String[config.keywords().size()];
    int words = 0;
    for (int i = 0; i < sectors.length; i++) {
      String keyword = plain(config.keywords().get(i).keyword());
      sectors[i] = config.keywords().get(i).sectorId();
      ranks.putIfAbsent(keyword, i);
      String[] own = keyword.split(" ", -1);
      firstWords.add(own[0]);
      words = Math.max(words, own.length);
    }
    this.longest = words;
    this.otherwise = config.otherwise();
  }

  /** Keywords that tell nothing. */
  public static SectorKeywords none() {
    return new SectorKeywords(Sectors.NONE);
  }

  /** The sector, or the one of names that tell nothing. */
  public @Nullable String sectorOf(String name) {
    String[] words = plain(name).split(" ", -1);
    int best = Integer.MAX_VALUE;
    for (int from = 0; from < words.length; from++) {
      if (!firstWords.contains(words[from])) {
        continue;
      }
      StringBuilder phrase = new StringBuilder(words[from]);
      for (int n = 1; n <= longest; n++) {
        Integer rank = ranks.get(phrase.toString());
        if (rank != null && rank < best) {
          best = rank;
        }
        if (from + n >= words.length) {
          break;
        }
        phrase.append(' ').append(words[from + n]);
      }
    }
    return best == Integer.MAX_VALUE ? otherwise : sectors[best];
  }

  static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.append(c);
      } else if (c != '\''
          && c != '’'
          && c != '`'
          && !out.isEmpty()
          && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }
}
