package org.evenstar.reports;

import static org.evenstar.reports.ReleaseFixture.BODIES;
import static org.evenstar.reports.ReleaseFixture.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Severity, signals with evidence, and deliveries of six bodies. */
final class AssociationFixture {
  private static final double[] SEVERITY = {-0.062, 0.081, 0.004, -0.015, -0.008, 0};

  private final FixtureFiles files;
  private final Random random;
  private final boolean identified;

  AssociationFixture(FixtureFiles files, Random random, boolean identified) {
    this.files = files;
    this.random = random;
    this.identified = identified;
  }

  void write() {
    severity();
    pairs();
    domains();
    signals();
    charts();
    quality();
    advice();
  }

  private boolean isPlaced(int body) {
    return identified && body != 5;
  }

  private void severity() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "body_id",
            "status",
            "severity_logits",
            "se",
            "severity_score",
            "severity_lo",
            "severity_hi",
            "fair_average",
            "infit",
            "outfit",
            "n",
            "component",
            "n_linked"));
    for (int b = 0; b < BODIES.size(); b++) {
      rows.add(
          isPlaced(b)
              ? row(
                  BODIES.get(b),
                  "IDENTIFIED",
                  SEVERITY[b] * 8,
                  0.09,
                  SEVERITY[b],
                  SEVERITY[b] - 0.022,
                  SEVERITY[b] + 0.022,
                  2.6,
                  1.01,
                  0.98,
                  410,
                  1,
                  62)
              : row(
                  BODIES.get(b), "NOT_IDENTIFIED", "", "", "", "", "", "", "", "", 380, b + 1, 0));
    }
    files.dataset("association", "severity", rows);
  }

  private void pairs() {
    List<List<String>> pairs = new ArrayList<>();
    pairs.add(
        List.of(
            "body_a",
            "body_b",
            "status",
            "difference",
            "lo",
            "hi",
            "margin",
            "answer",
            "n_linked"));
    List<List<String>> agreement = new ArrayList<>();
    agreement.add(
        List.of(
            "body_a",
            "body_b",
            "n",
            "observed",
            "expected",
            "kappa_weighted",
            "kappa_lo",
            "kappa_hi",
            "alpha",
            "ac2",
            "icc",
            "obs_status",
            "reason"));
    for (int a = 0; a < BODIES.size(); a++) {
      for (int b = a + 1; b < BODIES.size(); b++) {
        double d = SEVERITY[b] - SEVERITY[a];
        String answer =
            Math.abs(d) > 0.05 ? "DIFFERENT" : Math.abs(d) < 0.02 ? "SAME" : "TOO_LITTLE_DATA";
        boolean known = isPlaced(a) && isPlaced(b);
        pairs.add(
            known
                ? row(
                    BODIES.get(a),
                    BODIES.get(b),
                    "IDENTIFIED",
                    d,
                    d - 0.03,
                    d + 0.03,
                    0.05,
                    answer,
                    24)
                : row(
                    BODIES.get(a),
                    BODIES.get(b),
                    "NOT_IDENTIFIED",
                    "",
                    "",
                    "",
                    0.05,
                    "NOT_IDENTIFIED",
                    0));
        double observed = 0.86 - 2 * Math.abs(d);
        agreement.add(
            known
                ? row(
                    BODIES.get(a),
                    BODIES.get(b),
                    24,
                    observed,
                    0.41,
                    observed - 0.1,
                    observed - 0.2,
                    observed,
                    observed - 0.08,
                    observed,
                    observed,
                    "OK",
                    "")
                : row(
                    BODIES.get(a),
                    BODIES.get(b),
                    0,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "NOT_ENOUGH",
                    ""));
      }
    }
    files.dataset("association", "severity_pair", pairs);
    files.dataset("association", "agreement", agreement);
  }

  private void domains() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("body_id", "domain_id", "bias_logits", "bias_score", "se", "t", "q", "n", "level"));
    for (int b = 0; identified && b < 5; b++) {
      for (String domain : ReleaseFixture.DOMAINS) {
        boolean planted = b == 3 && domain.equals("OPE");
        double bias = planted ? -0.14 : 0.01 * random.nextGaussian();
        rows.add(
            row(
                BODIES.get(b),
                domain,
                bias * 8,
                bias,
                0.09,
                bias / 0.012,
                planted ? 0.0002 : 0.61,
                410,
                planted ? "ALERT" : "INFO"));
      }
    }
    files.dataset("association", "severity_domain", rows);
  }

  private void signals() {
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

  private void charts() {
    List<List<String>> funnel = new ArrayList<>();
    funnel.add(
        List.of(
            "body_id",
            "measure_id",
            "n",
            "observed",
            "expected",
            "ratio",
            "lo_95",
            "hi_95",
            "lo_998",
            "hi_998",
            "dispersion",
            "status"));
    List<List<String>> drift = new ArrayList<>();
    drift.add(
        List.of(
            "body_id",
            "period",
            "n",
            "mean",
            "expected",
            "difference",
            "lo_95",
            "hi_95",
            "lo_998",
            "hi_998",
            "level"));
    List<List<String>> histogram = new ArrayList<>();
    histogram.add(List.of("body_id", "star", "bin_lo", "bin_hi", "n", "threshold"));
    for (int b = 0; b < BODIES.size(); b++) {
      double expected = 60 + 55 * b;
      double ratio = b == 0 ? 1.42 : b == 1 ? 0.78 : 1 + 0.05 * random.nextGaussian();
      double se = 1.3 / Math.sqrt(expected);
      funnel.add(
          row(
              BODIES.get(b),
              "three_star_or_more",
              expected * 2,
              expected * ratio,
              expected,
              ratio,
              1 - 1.96 * se,
              1 + 1.96 * se,
              1 - 3.09 * se,
              1 + 3.09 * se,
              1.3,
              "OK"));
      for (int m = 1; m <= 12; m++) {
        double d = 0.012 * random.nextGaussian() + (b == 4 && m > 5 ? 0.09 : 0);
        drift.add(
            row(
                BODIES.get(b),
                String.format(Locale.ROOT, "2024-%02d", m),
                34,
                0.7 + d,
                0.7,
                d,
                -0.03,
                0.03,
                -0.047,
                0.047,
                "INFO"));
      }
      if (b < 2) {
        for (int bin = 0; bin < 20; bin++) {
          double lo = 0.5 + 0.025 * bin;
          double at = 40 * Math.exp(-Math.pow((lo - 0.76) / 0.11, 2));
          boolean bunched = b == 0 && bin == 12;
          boolean emptied = b == 0 && (bin == 11 || bin == 10);
          histogram.add(
              row(
                  BODIES.get(b),
                  3,
                  lo,
                  lo + 0.025,
                  Math.round(bunched ? at + 38 : emptied ? at / 3 : at),
                  0.8));
        }
      }
    }
    files.dataset("association", "body_funnel", funnel);
    files.dataset("association", "body_drift", drift);
    files.dataset("association", "body_histogram", histogram);
    files.dataset(
        "association",
        "event",
        List.of(
            List.of("date", "body_id", "domain_id", "kind", "text"),
            List.of("2024-06-03", "", "", "training", "5月培训 / training")));
  }

  private void quality() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "body_id",
            "period",
            "reason_code",
            "n_read",
            "n_accepted",
            "n_repaired",
            "n_quarantined",
            "n_problems"));
    List<List<String>> deliveries = new ArrayList<>();
    deliveries.add(
        List.of(
            "delivery_id",
            "body_id",
            "source_id",
            "period",
            "file",
            "bytes",
            "format",
            "encoding",
            "n_read",
            "n_accepted",
            "n_repaired",
            "n_quarantined",
            "n_notes"));
    for (String body : BODIES) {
      for (int m = 1; m <= 12; m++) {
        String period = String.format(Locale.ROOT, "2024-%02d", m);
        int repaired = random.nextInt(4);
        int quarantined = random.nextInt(3);
        rows.add(
            row(
                body,
                period,
                "*",
                34 + repaired + quarantined,
                34,
                repaired,
                quarantined,
                repaired + quarantined));
        rows.add(row(body, period, "FILE_WRONG_FORMAT", "", "", "", "", repaired + quarantined));
        deliveries.add(
            row(
                body.toLowerCase(Locale.ROOT) + m,
                body,
                body,
                period,
                body + "/" + period + "/data.csv",
                20480,
                "csv",
                "UTF-8",
                34 + repaired + quarantined,
                34,
                repaired,
                quarantined,
                0));
      }
    }
    files.dataset("association", "quality", rows);
    files.dataset("association", "delivery", deliveries);
  }

  private void advice() {
    files.dataset(
        "association",
        "design_advice",
        List.of(
            List.of("position", "body_a", "body_b", "n_dossiers", "expected_se", "reason"),
            List.of("1", "SDFN", "WHSZ", "12", "0.09", "")));
  }
}
