package org.evenstar.sample.population;

import java.util.List;

/**
 * A made-up institution.
 *
 * @param number its number; everything else follows from the seed and this
 * @param home the body it applies to
 * @param formerName the name before a change of name
 * @param sector the Chinese name of its service category
 * @param quality latent quality in logits, region and kind included
 * @param domainEffects how far each domain lies above or below it, in logits
 */
public record Institution(
    long number,
    Clientele home,
    String creditCode,
    String name,
    String formerName,
    Place place,
    String sector,
    OrganisationKind kind,
    double quality,
    List<Double> domainEffects) {

  public Institution {
    domainEffects = List.copyOf(domainEffects);
  }
}
