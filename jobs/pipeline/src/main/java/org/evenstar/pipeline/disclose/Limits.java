package org.evenstar.pipeline.disclose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenstar.disclosure.DisclosureRules;
import org.evenstar.pipeline.benchmark.CellKeys;
import org.evenstar.schemas.config.DisclosureSettings;

/** The limits of the benchmark cells: the stricter of what the public and the policy tier ask. */
final class Limits {
  private final DisclosureSettings settings;
  private final DisclosureSettings.Tier open;
  private final DisclosureSettings.Tier policy;

  Limits(DisclosureSettings settings) {
    this.settings = settings;
    this.open = settings.tier("public");
    this.policy = settings.tier("policy");
  }

  DisclosureRules rules() {
    return new DisclosureRules(
        Math.max(open.minN(), policy.minN()),
        Math.max(open.minNQuartiles(), policy.minNQuartiles()),
        Math.max(open.minNDeciles(), policy.minNDeciles()),
        least(open.dominance1(), policy.dominance1()),
        least(open.dominance2(), policy.dominance2()),
        open.pPercent().max(policy.pPercent()),
        isClassDisclosureWithheld(),
        open.protectionShare().max(policy.protectionShare()),
        Boolean.TRUE.equals(open.countProtection())
            || Boolean.TRUE.equals(policy.countProtection()));
  }

  private static BigDecimal least(BigDecimal a, BigDecimal b) {
    return a.min(b);
  }

  boolean isByOwner() {
    return settings.contributor().equals("owner");
  }

  boolean isBodyDominanceJudged() {
    return Boolean.TRUE.equals(open.bodyDominance()) || Boolean.TRUE.equals(policy.bodyDominance());
  }

  boolean isClassDisclosureWithheld() {
    return Boolean.TRUE.equals(open.classDisclosure())
        || Boolean.TRUE.equals(policy.classDisclosure());
  }

  boolean mustPublish(CellKeys.Cell cell) {
    return isNamed(settings.mustPublish(), cell);
  }

  boolean mustHide(CellKeys.Cell cell) {
    return isNamed(settings.mustHide(), cell);
  }

  /** Whether a pattern fits: every code that it names is the cell's. */
  private static boolean isNamed(List<Map<String, String>> patterns, CellKeys.Cell cell) {
    if (patterns.isEmpty()) {
      return false;
    }
    Map<String, String> codes =
        Map.of(
            "region_level", cell.region().level(),
            "region_code", cell.region().code(),
            "sector_id", cell.sectorId(),
            "organisation_type", cell.organisationType(),
            "applied_star", cell.appliedStar(),
            "awarded_star", cell.awardedStar(),
            "period_kind", cell.periodKind(),
            "period", cell.period());
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.entrySet().stream()
                    .allMatch(code -> code.getValue().equals(codes.get(code.getKey()))));
  }

  /** How much dearer than another a cell is to its readers: what is coarse and current first. */
  static long worth(CellKeys.Cell cell) {
    long crossed =
        Stream.of(
                cell.region().code(),
                cell.sectorId(),
                cell.organisationType(),
                cell.appliedStar(),
                cell.awardedStar())
            .filter(code -> !code.equals("*"))
            .count();
    long coarse = crossed == 0 ? 16 : crossed == 1 ? 4 : 1;
    return coarse
        * switch (cell.periodKind()) {
          case "all" -> 8;
          case "year" -> 4;
          case "quarter" -> 2;
          default -> 1;
        };
  }
}
