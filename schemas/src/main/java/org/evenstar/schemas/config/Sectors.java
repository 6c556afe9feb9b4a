package org.evenstar.schemas.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Service categories.
 *
 * @param keywords ordered: the first keyword found as a whole word in a name decides
 * @param otherwise sector when no keyword is found
 */
public record Sectors(List<Sector> sectors, List<Keyword> keywords, @Nullable String otherwise) {

  /** No sectors at all. */
  public static final Sectors NONE = new Sectors(List.of(), List.of(), null);

  public Sectors {
    sectors = Lists.orEmpty(sectors);
    keywords = Lists.orEmpty(keywords);
  }

  /** One service category with the spellings met. */
  public record Sector(String sectorId, LocalText name, List<String> synonyms) {
    public Sector {
      synonyms = Lists.orEmpty(synonyms);
    }
  }

  /** A whole word in lower case, and the sector it tells. */
  public record Keyword(String keyword, String sectorId) {}
}
