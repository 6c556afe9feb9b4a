package org.evenstar.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.evenstar.sample.delivery.DeliveryRow;
import org.evenstar.sample.delivery.Field;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Institution;
import org.evenstar.sample.population.Population;
import org.evenstar.sample.population.Purpose;
import org.evenstar.sample.score.RawScale;
import org.evenstar.sample.score.ScoreVector;
import org.evenstar.schemas.config.Model;
import org.jspecify.annotations.Nullable;

/** Writes a dossier into a row in a body's own words, without any fault. */
final class RowFiller {
  private static final List<String> REMARKS =
      List.of("", "", "", "首次申请", "材料齐全", "现场核查,已补正", "首次申请\n材料齐全");
  private static final List<String> INDUSTRIES = List.of("L724", "L729", "M751", "I659", "P839");

  private final long seed;
  private final Model model;

  RowFiller(long seed, Model model) {
    this.seed = seed;
    this.model = model;
  }

  void fill(Dossier dossier, RawScale scale, DeliveryRow row) {
    Institution institution = dossier.institution();
    Draws draws =
        Draws.of(
            seed,
            Purpose.WRITING,
            institution.number(),
            dossier.body().number() + 8L * dossier.revision());
    row.clear();
    row.setField(Field.DOSSIER_NO, dossier.dossierNo());
    row.setField(Field.REVISION, Integer.toString(dossier.revision()));
    row.setField(Field.ACTION, dossier.isWithdrawn() ? "withdraw" : "");
    row.setField(Field.INSTITUTION_CODE, institution.creditCode());
    row.setField(Field.INSTITUTION_NAME, institution.name());
    row.setField(Field.REGION, institution.place().code());
    row.setField(Field.ADDRESS, Population.address(institution));
    row.setField(Field.SECTOR, institution.sector());
    row.setField(Field.INDUSTRY, draws.pick(INDUSTRIES));
    row.setField(Field.ORGANISATION_TYPE, institution.kind().title());
    row.setField(Field.APPLIED_STAR, Integer.toString(dossier.appliedStar()));
    row.setField(Field.AWARDED_STAR, Integer.toString(dossier.awardedStar()));
    row.setField(Field.ASSESSED_ON, dossier.assessedOn().toString());
    row.setField(Field.CERTIFIED_ON, text(dossier.certifiedOn()));
    row.setField(Field.EXPIRES_ON, text(expiry(dossier.certifiedOn())));
    row.setField(Field.ANCHOR_ID, dossier.anchorId());
    row.setField(Field.ROUND_ID, dossier.roundId());
    row.setField(Field.MODEL_VERSION, model.version());
    ScoreVector categories = dossier.categories();
    for (int item = 0; item < categories.size(); item++) {
      row.setScore(item, scale.write(categories.category(item), draws));
    }
    // Recognisably made up, so that a test can look for them where they must never be.
    int assessor = 1 + draws.below(40);
    row.setOwn(
        draws.pick(REMARKS),
        "虚构评估员" + assessor,
        String.format(Locale.ROOT, "0000000%04d", assessor));
  }

  private @Nullable LocalDate expiry(@Nullable LocalDate certifiedOn) {
    Model.Certificate certificate = model.certificate();
    return certifiedOn == null || certificate == null
        ? null
        : certifiedOn.plusMonths(certificate.months()).minusDays(1);
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }
}
