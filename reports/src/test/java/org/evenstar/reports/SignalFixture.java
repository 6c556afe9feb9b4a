package org.evenstar.reports;

import static org.evenstar.reports.ReleaseFixture.row;

import java.util.ArrayList;
import java.util.List;

/** Signals of every level, some with evidence, one with hostile words. */
final class SignalFixture {
  private final FixtureFiles files;

  SignalFixture(FixtureFiles files) {
    this.files = files;
  }

  void write() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "signal_id",
            "check_id",
            "body_id",
            "scope_kind",
            "scope_id",
            "period",
            "n",
            "effect",
            "effect_lo",
            "effect_hi",
            "unit",
            "threshold",
            "p",
            "q",
            "level",
            "state",
            "reason",
            "text_zh",
            "text_en"));
    List<List<String>> evidence = new ArrayList<>();
    evidence.add(
        List.of(
            "signal_id",
            "body_id",
            "dossier_no",
            "file",
            "sheet",
            "row_number",
            "value",
            "expected"));
    signal(
        rows,
        "S-0001",
        "bunching",
        "CCID",
        214,
        0.31,
        "ALERT",
        "赛迪:三星得分集中在阈值 0.80 之上(高出期望 31%)",
        "CCID: three-star scores pile up just above 0.80 (31 % more than expected)");
    signal(
        rows,
        "S-0002",
        "drift",
        "SDFN",
        96,
        -0.12,
        "ALERT",
        "山东赋能:自 2024-06 起评分变宽松",
        "Shandong Funeng: scores became more lenient from 2024-06");
    signal(
        rows,
        "S-0003",
        "star_mismatch",
        "GLKJ",
        55,
        0.06,
        "WATCH",
        "北京工联:6 份档案的授予星级与得分不符",
        "Gonglian: six awarded stars do not follow from their scores");
    signal(
        rows,
        "S-0004",
        "copied",
        "HNPT",
        38,
        0.08,
        "WATCH",
        "湖南平台:两份档案的得分完全相同",
        "Hunan Platform: two dossiers carry identical scores");
    signal(
        rows, "S-0005", "severity", "CESI", 410, 0.08, "INFO", "赛西:略严格", "CESI: a little stricter");
    signal(
        rows,
        "S-0006",
        "bunching",
        "WHSZ",
        8,
        0,
        "NOT_COMPUTED",
        "威海神舟:档案少于 10 份",
        "Weihai Shenzhou: fewer than 10 dossiers");
    signal(
        rows,
        "S-" + ReleaseFixture.HOSTILE.get(1),
        "severity",
        "WHSZ",
        40,
        0.05,
        "WATCH",
        ReleaseFixture.HOSTILE.get(0),
        ReleaseFixture.HOSTILE.get(2));
    for (int i = 0; i < 17; i++) {
      evidence.add(
          row(
              "S-0001",
              "CCID",
              "CCID-2024-" + (100 + i),
              "CCID/2024-06/评估结果.xlsx",
              "三星",
              7 + i,
              "0.803",
              "0.76"));
    }
    for (String name : ReleaseFixture.HOSTILE) {
      evidence.add(row("S-0003", "GLKJ", name, "GLKJ/2024-07/scores.csv", "", 12, "3", "2"));
    }
    files.dataset("association", "signal", rows);
    files.dataset("association", "signal_evidence", evidence);
  }

  private static void signal(
      List<List<String>> rows,
      String id,
      String check,
      String body,
      int n,
      double effect,
      String level,
      String zh,
      String en) {
    boolean known = !level.equals("NOT_COMPUTED");
    rows.add(
        row(
            id,
            check,
            body,
            "body",
            body,
            "2024-06",
            n,
            known ? effect : "",
            known ? effect - 0.04 : "",
            known ? effect + 0.04 : "",
            "share",
            0.05,
            known ? 0.001 : "",
            known ? 0.004 : "",
            level,
            "NEW",
            "",
            zh,
            en));
  }
}
