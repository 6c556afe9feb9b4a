package org.evenstar.reports;

import static org.evenstar.reports.ReleaseFixture.BODIES;
import static org.evenstar.reports.ReleaseFixture.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Severity of six bodies, their pairs and domains, and what to score twice next. */
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
    new SignalFixture(files).write();
    new BodyChartFixture(files, random).write();
    new QualityFixture(files, random).write();
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

  private void advice() {
    files.dataset(
        "association",
        "design_advice",
        List.of(
            List.of("position", "body_a", "body_b", "n_dossiers", "expected_se", "reason"),
            List.of("1", "SDFN", "WHSZ", "12", "0.09", "")));
  }
}
