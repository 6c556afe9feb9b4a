package org.evenstar.reports;

import static org.evenstar.reports.ReleaseFixture.BODIES;
import static org.evenstar.reports.ReleaseFixture.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A year of deliveries: what was read, repaired and set aside. */
final class QualityFixture {
  private final FixtureFiles files;
  private final Random random;

  QualityFixture(FixtureFiles files, Random random) {
    this.files = files;
    this.random = random;
  }

  void write() {
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
}
