package org.evenstar.reports;

import static org.evenstar.reports.ReleaseFixture.row;

import java.util.ArrayList;
import java.util.List;
import org.evenstar.reports.release.Unit37;

/** Trends of every region's index and one domain; a few rise, a few fall. */
final class TrendFixture {
  private final FixtureFiles files;

  TrendFixture(FixtureFiles files) {
    this.files = files;
  }

  void write() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "region_level",
            "region_code",
            "measure_kind",
            "measure_id",
            "period_kind",
            "first_period",
            "last_period",
            "n_periods",
            "n",
            "slope",
            "slope_lo",
            "slope_hi",
            "p",
            "q",
            "answer"));
    List<Unit37> units = Unit37.all();
    for (int i = 0; i < units.size(); i++) {
      double slope = i % 5 == 0 ? -0.12 : i % 7 == 0 ? 0.1 : 0.01;
      trend(rows, units.get(i), "domain", "STR", slope);
      trend(rows, units.get(i), "index", "index", slope / 2);
    }
    files.dataset("policy", "region_trend", rows);
  }

  private static void trend(
      List<List<String>> rows, Unit37 unit, String kind, String id, double slope) {
    boolean isTold = Math.abs(slope) > 0.04;
    rows.add(
        row(
            "unit37",
            unit.label().code(),
            kind,
            id,
            "quarter",
            "2024-Q1",
            "2024-Q4",
            4,
            120,
            slope,
            slope - 0.04,
            slope + 0.04,
            isTold ? 0.001 : 0.6,
            isTold ? 0.02 : 0.7,
            !isTold ? "NOT_SHOWN" : slope > 0 ? "RISING" : "FALLING"));
  }
}
