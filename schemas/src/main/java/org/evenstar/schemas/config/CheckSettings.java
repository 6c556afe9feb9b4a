package org.evenstar.schemas.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** checks.json: which calibration checks run, and at what limits; effects are on 0…1. */
public record CheckSettings(
    int minN,
    int minNAlone,
    BigDecimal watchEffect,
    BigDecimal alertEffect,
    BigDecimal watchLevel,
    BigDecimal alertLevel,
    BigDecimal fdr,
    BigDecimal alertFdr,
    BigDecimal equivalenceMargin,
    BigDecimal wantedStandardError,
    String caseMixRegionLevel,
    @Nullable Long seed,
    List<String> disabled,
    Map<String, Map<String, String>> limits,
    List<Rule> rules) {

  /**
   * A rule of one's own that every dossier keeps or breaks.
   *
   * @param checkId id of its signals
   * @param title what people call it
   * @param brokenIf condition over the columns of {@code dossier}, in the common SQL
   * @param value expression: what was found in the dossier
   * @param expected expression: what the rule asks for
   */
  public record Rule(
      String checkId,
      LocalText title,
      String brokenIf,
      @Nullable String value,
      @Nullable String expected) {}

  public CheckSettings {
    minN = minN == 0 ? 10 : minN;
    minNAlone = minNAlone == 0 ? 30 : minNAlone;
    watchEffect = Lists.or(watchEffect, "0.05");
    alertEffect = Lists.or(alertEffect, "0.10");
    watchLevel = Lists.or(watchLevel, "0.95");
    alertLevel = Lists.or(alertLevel, "0.998");
    fdr = Lists.or(fdr, "0.10");
    alertFdr = Lists.or(alertFdr, "0.02");
    equivalenceMargin = Lists.or(equivalenceMargin, "0.05");
    wantedStandardError = Lists.or(wantedStandardError, "0.10");
    caseMixRegionLevel = caseMixRegionLevel == null ? "" : caseMixRegionLevel;
    seed = seed == null ? Long.valueOf(20231201L) : seed;
    disabled = Lists.orEmpty(disabled);
    limits = Lists.orEmpty(limits);
    rules = Lists.orEmpty(rules);
  }

  /** Whether a check runs. */
  public boolean isEnabled(String checkId) {
    return !disabled.contains(checkId);
  }

  /** A limit of one check, or the default. */
  public BigDecimal limit(String checkId, String name, String otherwise) {
    return new BigDecimal(limits.getOrDefault(checkId, Map.of()).getOrDefault(name, otherwise));
  }
}
