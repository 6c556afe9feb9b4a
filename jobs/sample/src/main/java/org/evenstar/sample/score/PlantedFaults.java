package org.evenstar.sample.score;

import java.util.EnumMap;
import java.util.Map;
import org.evenstar.sample.population.Clientele;

/**
 * What makes bodies score differently; positive logits are stricter.
 *
 * @param severities by body; they sum to zero
 * @param lenientBody lenient on one domain only
 * @param lenientDomain that domain's id
 * @param domainLogits how lenient, negative
 * @param driftingBody grows lenient at one month
 * @param driftMonth from this month on, from 0; beyond the last month: never
 * @param driftLogits by how much, negative
 * @param bunchingBody lifts scores that just miss the star applied for
 * @param bunchingShare share of those that it lifts
 */
public record PlantedFaults(
    Map<Clientele, Double> severities,
    Clientele lenientBody,
    String lenientDomain,
    double domainLogits,
    Clientele driftingBody,
    int driftMonth,
    double driftLogits,
    Clientele bunchingBody,
    double bunchingShare) {

  public PlantedFaults {
    severities = Map.copyOf(severities);
  }

  /** Every fault; the drift starts half way. */
  public static PlantedFaults all(int months) {
    Map<Clientele, Double> severities = new EnumMap<>(Clientele.class);
    severities.put(Clientele.CCID, 0.15);
    severities.put(Clientele.WHSZ, -0.35);
    severities.put(Clientele.CESI, 0.30);
    severities.put(Clientele.GLKJ, 0.00);
    severities.put(Clientele.HNPT, 0.20);
    severities.put(Clientele.SDFN, -0.30);
    return planted(severities, -0.80, (months + 1) / 2, -0.70, 0.70);
  }

  /** No fault: every body is as strict as every other. */
  public static PlantedFaults none() {
    Map<Clientele, Double> severities = new EnumMap<>(Clientele.class);
    for (Clientele body : Clientele.values()) {
      severities.put(body, 0.0);
    }
    return planted(severities, 0, Integer.MAX_VALUE, 0, 0);
  }

  private static PlantedFaults planted(
      Map<Clientele, Double> severities,
      double domainLogits,
      int driftMonth,
      double driftLogits,
      double bunchingShare) {
    return new PlantedFaults(
        severities,
        Clientele.SDFN,
        "OPE",
        domainLogits,
        Clientele.GLKJ,
        driftMonth,
        driftLogits,
        Clientele.HNPT,
        bunchingShare);
  }

  /** How much stricter than the mean a body is in one domain and month. */
  public double logits(Clientele body, String domainId, int month) {
    double logits = severities.get(body);
    if (body == lenientBody && domainId.equals(lenientDomain)) {
      logits += domainLogits;
    }
    if (body == driftingBody && month >= driftMonth) {
      logits += driftLogits;
    }
    return logits;
  }

  /** Whether anything is planted. */
  public boolean isAny() {
    return bunchingShare > 0;
  }
}
