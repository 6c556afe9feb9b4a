package org.evenstar.sample.mess;

import static org.evenstar.sample.mess.Mess.Shape.ROW;
import static org.evenstar.sample.mess.Mess.Shape.SAME_NUMBER;
import static org.evenstar.sample.population.Clientele.CCID;
import static org.evenstar.sample.population.Clientele.CESI;
import static org.evenstar.sample.population.Clientele.GLKJ;
import static org.evenstar.sample.population.Clientele.HNPT;
import static org.evenstar.sample.population.Clientele.SDFN;
import static org.evenstar.sample.population.Clientele.WHSZ;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.evenstar.sample.delivery.Field;

/** Messes that nobody but the body can mend: landing sets the row aside. */
final class WrongMesses {
  private WrongMesses() {}

  static List<Mess> all() {
    return List.of(
        new Mess("date-impossible", List.of(CCID, HNPT, CESI), ROW, WrongMesses::impossibleDate),
        new Mess(
            "date-in-the-future",
            List.of(WHSZ, SDFN),
            ROW,
            s -> date(s, "2099-01-05", "DATE_FUTURE")),
        new Mess(
            "date-before-the-standard",
            List.of(GLKJ, CCID, SDFN),
            ROW,
            s -> date(s, "2023-06-15", "DATE_BEFORE_STANDARD")),
        new Mess("date-missing", List.of(HNPT, CESI), ROW, s -> date(s, "", "DATE_MISSING")),
        new Mess(
            "certificate-before-assessment",
            List.of(WHSZ, SDFN),
            ROW,
            WrongMesses::certificateBeforeAssessment),
        new Mess(
            "code-scientific",
            List.of(WHSZ, CCID),
            ROW,
            s -> code(s, Writings::scientific, "CODE_SCIENTIFIC")),
        new Mess(
            "code-cut",
            List.of(CESI, HNPT, SDFN),
            ROW,
            s -> code(s, c -> c.substring(0, 15), "CODE_CUT")),
        new Mess(
            "code-lookalike",
            List.of(GLKJ, WHSZ),
            ROW,
            s -> code(s, Writings::withLookalike, "CODE_LOOKALIKE")),
        new Mess(
            "code-check",
            List.of(SDFN, CESI),
            ROW,
            s -> code(s, Writings::withWrongCheck, "CODE_CHECK")),
        new Mess("code-missing", List.of(CCID), ROW, s -> code(s, c -> "", "CODE_MISSING")),
        new Mess(
            "name-missing",
            List.of(GLKJ),
            ROW,
            s -> field(s, Field.INSTITUTION_NAME, "", "NAME_MISSING")),
        new Mess("name-with-nul", List.of(WHSZ), ROW, WrongMesses::nul),
        new Mess("region-unknown", List.of(HNPT), ROW, s -> region(s, "火星市", "REGION_UNKNOWN")),
        new Mess(
            "region-code-unknown", List.of(SDFN), ROW, s -> region(s, "990000", "REGION_UNKNOWN")),
        new Mess("region-missing", List.of(WHSZ), ROW, s -> region(s, "", "REGION_MISSING")),
        new Mess(
            "sector-unknown",
            List.of(CESI),
            ROW,
            s -> field(s, Field.SECTOR, "星际贸易服务", "SECTOR_UNKNOWN")),
        new Mess(
            "type-unknown",
            List.of(SDFN),
            ROW,
            s -> field(s, Field.ORGANISATION_TYPE, "个人", "TYPE_UNKNOWN")),
        new Mess(
            "star-bare-level",
            List.of(WHSZ, CESI),
            ROW,
            s -> field(s, Field.APPLIED_STAR, "三级", "STAR_BARE_LEVEL")),
        new Mess(
            "star-unknown",
            List.of(GLKJ),
            ROW,
            s -> field(s, Field.APPLIED_STAR, "优秀", "STAR_UNKNOWN")),
        new Mess(
            "star-missing",
            List.of(CCID, HNPT),
            ROW,
            s -> field(s, Field.AWARDED_STAR, "", "STAR_MISSING")),
        new Mess("star-above-applied", List.of(SDFN, HNPT), ROW, WrongMesses::aboveApplied),
        new Mess("score-unknown", List.of(CCID), ROW, s -> score(s, "良好", "SCORE_UNKNOWN")),
        new Mess("score-unknown-letter", List.of(HNPT), ROW, s -> score(s, "X", "SCORE_UNKNOWN")),
        new Mess("score-unknown-point", List.of(GLKJ), ROW, s -> score(s, "9", "SCORE_UNKNOWN")),
        new Mess("score-pending", List.of(CESI), ROW, s -> score(s, "待定", "SCORE_UNKNOWN")),
        new Mess(
            "score-above-scale", List.of(WHSZ), ROW, s -> score(s, "120", "SCORE_OUTSIDE_SCALE")),
        new Mess(
            "score-below-scale", List.of(SDFN), ROW, s -> score(s, "-20", "SCORE_OUTSIDE_SCALE")),
        new Mess(
            "score-formula",
            List.of(WHSZ, CCID),
            ROW,
            s -> score(s, "=AVERAGE(T5:T8)", "SCORE_FORMULA_TEXT")),
        new Mess("indicator-unknown", List.of(GLKJ, HNPT), ROW, WrongMesses::unknownIndicator),
        new Mess(
            "indicator-missing", List.of(GLKJ, HNPT), ROW, s -> score(s, "", "INDICATOR_MISSING")),
        new Mess("indicator-twice", List.of(GLKJ), ROW, WrongMesses::twice),
        new Mess(
            "model-version",
            List.of(CCID, HNPT),
            ROW,
            s -> field(s, Field.MODEL_VERSION, "0.9-draft", "MODEL_VERSION")),
        new Mess(
            "dossier-number-missing",
            List.of(CESI),
            ROW,
            s -> field(s, Field.DOSSIER_NO, "", "DOSSIER_NO_MISSING")),
        new Mess(
            "revision-unknown",
            List.of(CESI),
            ROW,
            s -> field(s, Field.REVISION, "第二版", "REVISION_UNKNOWN")),
        new Mess("row-broken", List.of(HNPT), ROW, WrongMesses::broken),
        new Mess(
            "dossier-number-twice",
            List.of(WHSZ, GLKJ),
            SAME_NUMBER,
            s -> field(s, Field.DOSSIER_NO, s.text(Field.DOSSIER_NO), "DOSSIER_TWICE")));
  }

  private static void field(Subject s, Field field, String text, String reasonCode) {
    s.spoil(field, text, reasonCode);
  }

  private static void score(Subject s, String raw, String reasonCode) {
    s.spoilScore(s.item(), raw, reasonCode);
  }

  private static void code(Subject s, UnaryOperator<String> change, String reasonCode) {
    s.spoil(Field.INSTITUTION_CODE, change.apply(s.text(Field.INSTITUTION_CODE)), reasonCode);
  }

  /** Other dates are left out, so that nothing else can be wrong with them. */
  private static void date(Subject s, String text, String reasonCode) {
    s.replace(Field.CERTIFIED_ON, "");
    s.replace(Field.EXPIRES_ON, "");
    s.spoil(Field.ASSESSED_ON, text, reasonCode);
  }

  private static void impossibleDate(Subject s) {
    date(s, s.assessedOn().getYear() + "-02-30", "DATE_IMPOSSIBLE");
  }

  private static void certificateBeforeAssessment(Subject s) {
    LocalDate before = s.assessedOn().minusDays(9);
    s.replace(Field.EXPIRES_ON, "");
    s.spoil(Field.CERTIFIED_ON, before.toString(), "CERTIFICATE_BEFORE_ASSESSMENT");
  }

  private static void nul(Subject s) {
    s.spoil(Field.INSTITUTION_NAME, s.text(Field.INSTITUTION_NAME) + '\0', "TEXT_NUL");
  }

  private static void region(Subject s, String text, String reasonCode) {
    s.replace(Field.ADDRESS, "");
    s.spoil(Field.REGION, text, reasonCode);
  }

  private static void aboveApplied(Subject s) {
    int applied = Math.min(4, Integer.parseInt(s.text(Field.APPLIED_STAR)));
    s.replace(Field.APPLIED_STAR, Integer.toString(applied));
    s.spoil(Field.AWARDED_STAR, Integer.toString(applied + 1), "STAR_ABOVE_APPLIED");
  }

  private static void unknownIndicator(Subject s) {
    s.row().addScore("STR9.1", s.row().score(s.item()));
    s.spoilKey("STR9.1", "INDICATOR_UNKNOWN");
  }

  private static void twice(Subject s) {
    int item = s.item();
    s.row().addScore(s.itemId(item), "3");
    s.spoilKey(s.itemId(item), "INDICATOR_TWICE");
  }

  private static void broken(Subject s) {
    s.row().setBroken("{\"dossier_no\":\"" + s.text(Field.DOSSIER_NO) + "\",\"name\":\"");
    s.spoilRow("ROW_BROKEN");
  }
}
