package org.evenstar.schemas.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * run.json.
 *
 * @param asOf the day the run looks from; null: the day of the run
 * @param firstPeriod first month (yyyy-MM) a delivery is expected for; null: none is expected
 * @param dueDay day of the following month a delivery is due
 * @param notBefore no assessment before this day
 * @param maxQuarantinedShare the run stops above this share of a body's rows
 * @param institutions what is made for each institution alone: {@code none}, {@code files} in the
 *     release, or also {@code pages} in the site
 * @param synthetic the data are made up, and every output says so
 * @param publication who publishes the release, its licence and forms
 */
public record RunSettings(
    LocalText title,
    String model,
    @Nullable LocalDate asOf,
    @Nullable String firstPeriod,
    int dueDay,
    @Nullable LocalDate notBefore,
    BigDecimal maxQuarantinedShare,
    String institutions,
    boolean synthetic,
    Publication publication) {

  public RunSettings {
    dueDay = dueDay == 0 ? 10 : dueDay;
    maxQuarantinedShare = Lists.or(maxQuarantinedShare, "0.20");
    publication = publication == null ? Publication.UNSTATED : publication;
    institutions = institutions == null ? "none" : institutions;
  }

  /** Whether the release has an institution tier. */
  public boolean hasInstitutionFiles() {
    return !institutions.equals("none");
  }

  /** Whether the site of a run has a private page for each institution. */
  public boolean hasInstitutionPages() {
    return institutions.equals("pages");
  }

  /** Whether so many of a body's rows are set aside that a run stops. */
  public boolean isTooMuch(long quarantined, long read) {
    return BigDecimal.valueOf(quarantined)
            .compareTo(maxQuarantinedShare.multiply(BigDecimal.valueOf(read)))
        > 0;
  }
}
