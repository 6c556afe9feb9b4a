package org.evenstar.schemas.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** disclosure.json: what may be told, by tier. */
public record DisclosureSettings(
    Map<String, Tier> tiers,
    String contributor,
    List<Map<String, String>> mustPublish,
    List<Map<String, String>> mustHide,
    BigDecimal coarsenAbove) {

  public DisclosureSettings {
    tiers = Lists.orEmpty(tiers);
    contributor = contributor == null ? "owner" : contributor;
    mustPublish = Lists.orEmpty(mustPublish);
    mustHide = Lists.orEmpty(mustHide);
    coarsenAbove = Lists.or(coarsenAbove, "0.20");
  }

  /** The limits of a tier, or the defaults. */
  public Tier tier(String name) {
    return tiers.getOrDefault(name, Tier.DEFAULT);
  }

  /** Limits of one tier; shares are on 0…1. */
  public record Tier(
      int minN,
      int minNQuartiles,
      int minNDeciles,
      @JsonProperty("dominance_1") BigDecimal dominance1,
      @JsonProperty("dominance_2") BigDecimal dominance2,
      BigDecimal pPercent,
      @Nullable Boolean classDisclosure,
      BigDecimal protectionShare,
      @Nullable Boolean countProtection,
      @Nullable Boolean bodyDominance) {

    /** Counts and means from 5, quartiles from 10, deciles from 20; 50 % and 85 %. */
    static final Tier DEFAULT = new Tier(0, 0, 0, null, null, null, null, null, null, null);

    public Tier {
      minN = minN == 0 ? 5 : minN;
      minNQuartiles = minNQuartiles == 0 ? 10 : minNQuartiles;
      minNDeciles = minNDeciles == 0 ? 20 : minNDeciles;
      dominance1 = Lists.or(dominance1, "0.50");
      dominance2 = Lists.or(dominance2, "0.85");
      pPercent = Lists.or(pPercent, "0");
      classDisclosure = classDisclosure == null ? Boolean.TRUE : classDisclosure;
      protectionShare = Lists.or(protectionShare, "0.10");
      countProtection = countProtection == null ? Boolean.FALSE : countProtection;
      bodyDominance = bodyDominance == null ? Boolean.FALSE : bodyDominance;
    }
  }
}
