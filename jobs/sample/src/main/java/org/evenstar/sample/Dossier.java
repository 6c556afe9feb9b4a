package org.evenstar.sample;

import java.time.LocalDate;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Institution;
import org.evenstar.sample.score.ScoreVector;
import org.jspecify.annotations.Nullable;

/**
 * What one body recorded of one institution at one time.
 *
 * @param month month of the assessment, from 0
 * @param anchorId the anchor case it scores, or empty
 * @param roundId the double-scoring round it belongs to, or empty
 * @param categories what was delivered of every item
 * @param recomputedStar what the rule makes of the categories
 * @param certifiedOn null when no star was awarded
 */
record Dossier(
    Institution institution,
    Clientele body,
    String dossierNo,
    int month,
    int revision,
    boolean isWithdrawn,
    String anchorId,
    String roundId,
    int appliedStar,
    int awardedStar,
    int recomputedStar,
    ScoreVector categories,
    LocalDate assessedOn,
    @Nullable LocalDate certifiedOn) {

  /** The same dossier with another star awarded. */
  Dossier awarded(int star) {
    return new Dossier(
        institution,
        body,
        dossierNo,
        month,
        revision,
        isWithdrawn,
        anchorId,
        roundId,
        appliedStar,
        star,
        recomputedStar,
        categories,
        assessedOn,
        star == 0 ? null : certifiedOn == null ? assessedOn.plusDays(5) : certifiedOn);
  }

  /** The same dossier with another star applied for. */
  Dossier applied(int star) {
    return new Dossier(
        institution,
        body,
        dossierNo,
        month,
        revision,
        isWithdrawn,
        anchorId,
        roundId,
        star,
        awardedStar,
        recomputedStar,
        categories,
        assessedOn,
        certifiedOn);
  }

  /** A later revision that takes the dossier back. */
  Dossier withdrawn() {
    return new Dossier(
        institution,
        body,
        dossierNo,
        month,
        revision + 1,
        true,
        anchorId,
        roundId,
        appliedStar,
        awardedStar,
        recomputedStar,
        categories,
        assessedOn,
        certifiedOn);
  }

  /** A later revision with other scores. */
  Dossier revised(ScoreVector corrected, int recomputed) {
    return new Dossier(
            institution,
            body,
            dossierNo,
            month,
            revision + 1,
            isWithdrawn,
            anchorId,
            roundId,
            Math.max(appliedStar, recomputed),
            awardedStar,
            recomputed,
            corrected,
            assessedOn,
            certifiedOn)
        .awarded(recomputed);
  }
}
