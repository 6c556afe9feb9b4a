package org.evenstar.schemas.config;

import java.util.List;

/** Kinds of organisation with the spellings met. */
public record OrganisationTypes(List<OrganisationType> types) {

  /** No types at all. */
  public static final OrganisationTypes NONE = new OrganisationTypes(List.of());

  public OrganisationTypes {
    types = Lists.orEmpty(types);
  }

  /** One kind of organisation. */
  public record OrganisationType(String organisationType, LocalText name, List<String> synonyms) {
    public OrganisationType {
      synonyms = Lists.orEmpty(synonyms);
    }
  }
}
