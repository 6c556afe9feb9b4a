package org.evenstar.reports;

import static org.evenstar.reports.ReleaseFixture.BODIES;
import static org.evenstar.reports.ReleaseFixture.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Funnel, drift and histograms of six bodies, with a fault planted in each. */
final class BodyChartFixture {
  private final FixtureFiles files;
  private final Random random;

  BodyChartFixture(FixtureFiles files, Random random) {
    this.files = files;
    this.random = random;
  }

  void write() {
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
}
