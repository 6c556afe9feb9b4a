package org.evenstar.reports;

import java.util.Set;
import java.util.TreeSet;
import org.evenstar.reports.release.Tier;

/**
 * What a site holds.
 *
 * @param language the language the first page opens in: {@code zh} or {@code en}
 * @param tiers the tiers whose pages are written; a tier left out leaves no trace in the site
 */
public record ReportOptions(String language, Set<Tier> tiers) {

  public ReportOptions {
    if (!Languages.ALL.contains(language)) {
      throw new IllegalArgumentException(
          "Cannot write a report in '" + language + "': languages are " + Languages.ALL);
    }
    tiers = Set.copyOf(new TreeSet<>(tiers));
  }

  /** Every tier the release holds, opening in the given language. */
  public static ReportOptions in(String language) {
    return new ReportOptions(language, Set.of(Tier.values()));
  }
}
