package org.evenstar.pipeline.publish.trace;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers stand behind a row of a dataset, told from its key: a dossier is in a cell when it
 * agrees with every key column that names a property of dossiers, {@code *} agreeing with all.
 *
 * <p>Regions above those of {@code dossier} (a parent in {@code config/regions.csv}) cannot be told
 * from a release: their cells have no dossier here.
 */
public final class CellDossiers {
  /** Columns of {@code dossier} that decide. */
  public static final List<String> COLUMNS =
      List.of(
          "body_id",
          "dossier_no",
          "institution_code",
          "region_code",
          "unit37",
          "province_code",
          "sector_id",
          "organisation_type",
          "applied_star",
          "awarded_star",
          "recomputed_star",
          "index_micro",
          "period",
          "is_expired",
          "anchor_id",
          "round_id");

  private static final Set<String> EQUAL =
      Set.of("body_id", "dossier_no", "institution_code", "sector_id", "organisation_type");
  private static final Set<String> STARS = Set.of("applied_star", "awarded_star");
  private static final String ALL = "*";

  private final Map<String, @Nullable String> key;

  /**
   * @param key the row's values by column; columns that name no property of dossiers are not looked
   *     at
   */
  public CellDossiers(Map<String, @Nullable String> key) {
    this.key = key;
  }

  /** Whether any key column of a dataset names a property of dossiers. */
  public static boolean canTell(DatasetSchema schema) {
    return schema.key().stream()
        .anyMatch(
            column ->
                EQUAL.contains(column)
                    || STARS.contains(column)
                    || column.equals("region_code")
                    || column.equals("body_a"));
  }

  /** Whether a dossier, by the columns of {@link #COLUMNS}, is in the cell. */
  public boolean has(Map<String, @Nullable String> dossier) {
    return key.entrySet().stream().allMatch(part -> agrees(part.getKey(), part.getValue(), dossier))
        && isInRegion(dossier)
        && isInPeriod(dossier)
        && isInPair(dossier)
        && hasMeasure(dossier);
  }

  private static boolean agrees(
      String column, @Nullable String value, Map<String, @Nullable String> dossier) {
    if (ALL.equals(value)) {
      return true;
    }
    if (STARS.contains(column)) {
      return Objects.requireNonNullElse(dossier.get(column), "NONE")
          .equals(Objects.requireNonNullElse(value, "NONE"));
    }
    return !EQUAL.contains(column) || Objects.equals(value, dossier.get(column));
  }

  /** Anchors and double scoring are in no benchmark. */
  private boolean isInRegion(Map<String, @Nullable String> dossier) {
    String region = key.get("region_code");
    if (region == null || !key.containsKey("region_level")) {
      return true;
    }
    if (dossier.get("anchor_id") != null || dossier.get("round_id") != null) {
      return false;
    }
    String code = String.valueOf(dossier.get("region_code"));
    return region.equals(ALL)
        || switch (String.valueOf(key.get("region_level"))) {
          case "unit37" -> region.equals(dossier.get("unit37"));
          case "province" -> region.equals(dossier.get("province_code"));
          case "prefecture" -> code.length() == 6 && region.equals(code.substring(0, 4) + "00");
          default -> region.equals(code);
        };
  }

  /** A stock leaves out what has expired; months, quarters, years and twelve months do not. */
  private boolean isInPeriod(Map<String, @Nullable String> dossier) {
    String kind = key.get("period_kind");
    String period = key.get("period");
    if (kind == null || period == null) {
      return true;
    }
    if (kind.equals("all")) {
      return !"true".equals(dossier.get("is_expired"));
    }
    YearMonth month = YearMonth.parse(Objects.requireNonNull(dossier.get("period")));
    return switch (kind) {
      case "year" -> period.equals(Integer.toString(month.getYear()));
      case "quarter" -> period.equals(month.getYear() + "-Q" + ((month.getMonthValue() + 2) / 3));
      case "rolling12" -> {
        YearMonth last = YearMonth.parse(period);
        yield !month.isAfter(last) && last.minusMonths(12).isBefore(month);
      }
      default -> period.equals(month.toString());
    };
  }

  private boolean isInPair(Map<String, @Nullable String> dossier) {
    return !key.containsKey("body_a")
        || Objects.equals(key.get("body_a"), dossier.get("body_id"))
        || Objects.equals(key.get("body_b"), dossier.get("body_id"));
  }

  /** A dossier without the measure does not count for it; parts of a dossier are not told here. */
  private boolean hasMeasure(Map<String, @Nullable String> dossier) {
    return switch (String.valueOf(key.get("measure_kind"))) {
      case "star" -> dossier.get("awarded_star") != null;
      case "recomputed" -> dossier.get("recomputed_star") != null;
      case "index" -> dossier.get("index_micro") != null;
      default -> true;
    };
  }
}
