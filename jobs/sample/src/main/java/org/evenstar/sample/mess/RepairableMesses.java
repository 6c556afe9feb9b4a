package org.evenstar.sample.mess;

import static org.evenstar.sample.mess.Mess.Shape.ROW;
import static org.evenstar.sample.mess.Mess.Shape.SAME_INSTITUTION;
import static org.evenstar.sample.population.Clientele.CCID;
import static org.evenstar.sample.population.Clientele.CESI;
import static org.evenstar.sample.population.Clientele.GLKJ;
import static org.evenstar.sample.population.Clientele.HNPT;
import static org.evenstar.sample.population.Clientele.SDFN;
import static org.evenstar.sample.population.Clientele.WHSZ;

import java.util.List;
import java.util.Locale;
import org.evenstar.sample.delivery.ExcelDates;
import org.evenstar.sample.delivery.Field;
import org.evenstar.sample.population.Place;

/** Messes with one meaning only: landing reads the row, with a repair or a note. */
final class RepairableMesses {
  private RepairableMesses() {}

  static List<Mess> all() {
    return List.of(
        new Mess("full-width-code", List.of(CCID, HNPT), ROW, RepairableMesses::fullWidthCode),
        new Mess("full-width-score", List.of(WHSZ), ROW, s -> score(s, "８０", "TEXT_FULL_WIDTH")),
        new Mess(
            "full-width-percent",
            List.of(WHSZ),
            ROW,
            s -> score(s, "８０％", "TEXT_FULL_WIDTH", "SCORE_PERCENT_SIGN")),
        new Mess("percent-sign", List.of(WHSZ), ROW, s -> score(s, "80%", "SCORE_PERCENT_SIGN")),
        new Mess("outer-spaces", List.of(CESI, SDFN), ROW, s -> name(s, "  ", " ")),
        new Mess("ideographic-space", List.of(GLKJ, CCID), ROW, s -> name(s, "", "\u3000")),
        new Mess("spaces-in-code", List.of(WHSZ), ROW, RepairableMesses::spacesInCode),
        new Mess("lower-case-code", List.of(CESI, SDFN, GLKJ), ROW, RepairableMesses::lowerCase),
        new Mess(
            "date-in-chinese",
            List.of(CESI),
            ROW,
            s -> date(s, Writings.chineseDate(s.assessedOn()))),
        new Mess(
            "date-with-units",
            List.of(CCID, HNPT),
            ROW,
            s -> date(s, Writings.mixedDate(s.assessedOn()))),
        new Mess(
            "date-with-dots",
            List.of(GLKJ, WHSZ),
            ROW,
            s -> date(s, Writings.dottedDate(s.assessedOn()))),
        new Mess(
            "date-compact",
            List.of(HNPT, CESI),
            ROW,
            s -> date(s, Writings.compactDate(s.assessedOn()))),
        new Mess("date-serial-cell", List.of(CCID), ROW, RepairableMesses::serialCell),
        new Mess("date-serial-text", List.of(WHSZ), ROW, RepairableMesses::serialText),
        new Mess(
            "region-by-name",
            List.of(WHSZ),
            ROW,
            s -> region(s, s.institution().place().province())),
        new Mess("region-by-short-name", List.of(CESI), ROW, s -> region(s, "湖南")),
        new Mess("region-in-english", List.of(HNPT), ROW, s -> region(s, "HUNAN")),
        new Mess("region-prefecture", List.of(GLKJ), ROW, s -> region(s, "威海市")),
        new Mess("region-abolished", List.of(HNPT, CCID, SDFN), ROW, RepairableMesses::abolished),
        new Mess(
            "star-in-chinese",
            List.of(CCID),
            ROW,
            s -> star(s, Writings.chineseDigit(stars(s)) + "星")),
        new Mess("star-with-unit", List.of(WHSZ), ROW, s -> star(s, stars(s) + "星")),
        new Mess("star-as-symbols", List.of(HNPT), ROW, s -> star(s, "★".repeat(stars(s)))),
        new Mess("star-in-roman", List.of(CESI), ROW, s -> star(s, Writings.roman(stars(s)))),
        new Mess("star-as-decimal", List.of(GLKJ), ROW, s -> star(s, stars(s) + ".0")),
        new Mess(
            "region-contradicts-address",
            List.of(CCID, HNPT),
            ROW,
            RepairableMesses::contradictingAddress),
        new Mess("score-blank", List.of(WHSZ, CESI), ROW, RepairableMesses::blankScore),
        new Mess("withdrawal-unknown", List.of(GLKJ), ROW, RepairableMesses::unknownWithdrawal),
        new Mess(
            "same-institution-two-bodies",
            List.of(CCID, CESI),
            SAME_INSTITUTION,
            s -> s.spoilRow("SAME_INSTITUTION_TWO_BODIES")));
  }

  private static void fullWidthCode(Subject s) {
    s.spoil(
        Field.INSTITUTION_CODE,
        Writings.fullWidth(s.text(Field.INSTITUTION_CODE)),
        "TEXT_FULL_WIDTH");
  }

  private static void score(Subject s, String raw, String... reasonCodes) {
    s.spoilScore(s.item(), raw, reasonCodes);
  }

  private static void name(Subject s, String before, String after) {
    s.spoil(Field.INSTITUTION_NAME, before + s.text(Field.INSTITUTION_NAME) + after, "TEXT_SPACES");
  }

  private static void spacesInCode(Subject s) {
    String code = s.text(Field.INSTITUTION_CODE);
    s.spoil(
        Field.INSTITUTION_CODE,
        code.substring(0, 8) + ' ' + code.substring(8, 17) + ' ' + code.substring(17),
        "TEXT_SPACES");
  }

  private static void lowerCase(Subject s) {
    s.spoil(
        Field.INSTITUTION_CODE,
        s.text(Field.INSTITUTION_CODE).toLowerCase(Locale.ROOT),
        "CODE_LOWER_CASE");
  }

  private static void date(Subject s, String text) {
    s.spoil(Field.ASSESSED_ON, text, "DATE_FORMAT");
  }

  private static void serialCell(Subject s) {
    s.row().setSerialDate();
    s.replace(Field.CERTIFIED_ON, "");
    s.replace(Field.EXPIRES_ON, "");
    s.spoil(Field.ASSESSED_ON, s.assessedOn().toString(), "DATE_EXCEL_SERIAL");
  }

  private static void serialText(Subject s) {
    s.spoil(
        Field.ASSESSED_ON,
        Integer.toString(ExcelDates.serial(s.assessedOn())),
        "DATE_EXCEL_SERIAL");
  }

  private static void region(Subject s, String text) {
    s.replace(Field.ADDRESS, "");
    s.spoil(Field.REGION, text, "REGION_NAME");
  }

  private static void abolished(Subject s) {
    Place place = s.draws().pick(s.places().renumbered());
    s.replace(Field.ADDRESS, place.fullName() + "星河路1号");
    s.spoil(Field.REGION, place.abolished(), "REGION_ABOLISHED");
  }

  private static int stars(Subject s) {
    return Integer.parseInt(s.text(Field.APPLIED_STAR));
  }

  private static void star(Subject s, String text) {
    s.spoil(Field.APPLIED_STAR, text, "STAR_WRITTEN");
  }

  private static void contradictingAddress(Subject s) {
    String here = s.institution().place().provinceDigits();
    Place elsewhere = s.places().of(here.equals("44") ? "33" : "44").get(0);
    s.replace(Field.ADDRESS, elsewhere.fullName() + "星河路1号");
    s.spoil(Field.REGION, s.text(Field.REGION), "REGION_CONTRADICTS_ADDRESS");
  }

  /** The star of the blank requirement cannot be met, so it is not awarded either. */
  private static void blankScore(Subject s) {
    int below = stars(s) - 1;
    if (Integer.parseInt(s.text(Field.AWARDED_STAR)) > below) {
      s.replace(Field.AWARDED_STAR, Integer.toString(below));
    }
    s.spoilScore(s.item(stars(s)), "", "SCORE_BLANK");
  }

  private static void unknownWithdrawal(Subject s) {
    s.replace(Field.ACTION, "withdraw");
    s.spoil(Field.DOSSIER_NO, s.text(Field.DOSSIER_NO), "WITHDRAWAL_UNKNOWN");
  }
}
