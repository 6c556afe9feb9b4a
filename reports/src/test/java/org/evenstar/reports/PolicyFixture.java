package org.evenstar.reports;

import static org.evenstar.reports.ReleaseFixture.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenstar.reports.release.Unit37;

/** Benchmarks of 37 units over four quarters, some withheld, one without a dossier. */
final class PolicyFixture {
  private static final List<String> QUARTERS = List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4");

  private final FixtureFiles files;
  private final Random random;
  private final List<List<String>> benchmark = new ArrayList<>();
  private final Map<String, Double> means = new LinkedHashMap<>();

  PolicyFixture(FixtureFiles files, Random random) {
    this.files = files;
    this.random = random;
  }

  void write() {
    header();
    cells("nation", "CN", 2.6, 2400);
    for (Unit37 unit : Unit37.all()) {
      String code = unit.label().code();
      if (!code.equals("540000")) {
        double mean = 2.6 + 0.35 * random.nextGaussian();
        means.put(code, mean);
        cells(
            "unit37",
            code,
            mean,
            code.equals("XPCC") || code.equals("630000") ? 3 : 12 + random.nextInt(140));
      }
    }
    files.dataset("policy", "benchmark", benchmark);
    stars();
    estimates();
  }

  /** The nation and one region, each withheld as a whole. */
  void writeUntold() {
    header();
    String[] whole = {"*", "*"};
    cell("nation", "CN", "*", "all", "*", whole, 0, 0);
    cell("unit37", "110000", "*", "all", "*", whole, 0, 0);
    files.dataset("policy", "benchmark", benchmark);
  }

  private void header() {
    benchmark.add(
        List.of(
            "region_level",
            "region_code",
            "sector_id",
            "organisation_type",
            "applied_star",
            "awarded_star",
            "period_kind",
            "period",
            "measure_kind",
            "measure_id",
            "n",
            "n_institutions",
            "mean",
            "mean_lo",
            "mean_hi",
            "sd",
            "q1",
            "median",
            "q3",
            "change",
            "change_lo",
            "change_hi",
            "share_expired",
            "obs_status",
            "reason"));
  }

  private void cells(String level, String code, double mean, int n) {
    List<String[]> measures = new ArrayList<>();
    measures.add(new String[] {"index", "index"});
    measures.add(new String[] {"star", "star"});
    ReleaseFixture.DOMAINS.forEach(domain -> measures.add(new String[] {"domain", domain}));
    ReleaseFixture.indicators().forEach(id -> measures.add(new String[] {"indicator", id}));
    for (String[] measure : measures) {
      double at = mean + (measure[0].equals("index") ? 0 : 0.25 * random.nextGaussian());
      cell(level, code, "*", "all", "", measure, at, n);
      for (int q = 0; q < QUARTERS.size(); q++) {
        cell(
            level,
            code,
            "*",
            "quarter",
            QUARTERS.get(q),
            measure,
            at + 0.05 * q,
            Math.max(2, n / 4));
      }
    }
    for (String sector : ReleaseFixture.SECTORS) {
      cell(
          level,
          code,
          sector,
          "all",
          "",
          measures.get(0),
          mean + 0.3 * random.nextGaussian(),
          Math.max(2, n / 8));
    }
  }

  private void cell(
      String level,
      String code,
      String sector,
      String kind,
      String period,
      String[] measure,
      double mean,
      int n) {
    double error = 1.96 * 0.7 / Math.sqrt(n);
    List<String> keys =
        row(level, code, sector, "*", "*", "*", kind, period, measure[0], measure[1]);
    List<String> values =
        n < 5
            ? row("", "", "", "", "", "", "", "", "", "", "", "", "", "WITHHELD", "DISCLOSURE")
            : row(
                n,
                n,
                mean,
                mean - error,
                mean + error,
                0.7,
                n < 10 ? "" : mean - 0.47,
                n < 10 ? "" : mean,
                n < 10 ? "" : mean + 0.47,
                0.04,
                0.04 - error,
                0.04 + error,
                0.08,
                "OK",
                "");
    List<String> all = new ArrayList<>(keys);
    all.addAll(values);
    benchmark.add(all);
  }

  private void stars() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "region_level",
            "region_code",
            "sector_id",
            "organisation_type",
            "applied_star",
            "awarded_star",
            "period_kind",
            "period",
            "star",
            "n",
            "n_total",
            "share",
            "share_lo",
            "share_hi",
            "obs_status",
            "reason"));
    double[] shares = {0.04, 0.16, 0.3, 0.28, 0.16, 0.06};
    star(rows, "nation", "CN", shares, 2400);
    means.forEach((code, mean) -> star(rows, "unit37", code, shares, 120));
    files.dataset("policy", "star_share", rows);
  }

  private void star(List<List<String>> rows, String level, String code, double[] shares, int n) {
    for (int star = 0; star <= 5; star++) {
      double share = Math.max(0.01, shares[star] + 0.02 * random.nextGaussian());
      boolean hidden = share * n < 5;
      rows.add(
          row(
              level,
              code,
              "*",
              "*",
              "*",
              "*",
              "all",
              "",
              star,
              hidden ? "" : Math.round(share * n),
              n,
              hidden ? "" : share,
              hidden ? "" : share - 0.02,
              hidden ? "" : share + 0.02,
              hidden ? "WITHHELD" : "OK",
              hidden ? "DISCLOSURE" : ""));
    }
  }

  private void estimates() {
    List<List<String>> estimates = new ArrayList<>();
    estimates.add(
        List.of(
            "region_level",
            "region_code",
            "measure_kind",
            "measure_id",
            "n",
            "raw_mean",
            "raw_se",
            "shrunken_mean",
            "shrunken_se",
            "tau2",
            "method",
            "rank",
            "rank_lo",
            "rank_hi",
            "n_ranked",
            "standardised_mean",
            "mix_effect"));
    List<String> codes = new ArrayList<>(means.keySet());
    codes.sort((a, b) -> Double.compare(means.getOrDefault(b, 0.0), means.getOrDefault(a, 0.0)));
    for (int i = 0; i < codes.size(); i++) {
      double mean = means.getOrDefault(codes.get(i), 0.0);
      estimates.add(
          row(
              "unit37",
              codes.get(i),
              "index",
              "index",
              60,
              mean,
              0.09,
              2.6 + 0.85 * (mean - 2.6),
              0.08,
              0.1,
              "paule_mandel",
              i + 1,
              Math.max(1, i - 4),
              Math.min(codes.size(), i + 6),
              codes.size(),
              mean,
              0.01));
    }
    files.dataset("policy", "region_estimate", estimates);
    List<List<String>> gaps = new ArrayList<>();
    gaps.add(
        List.of(
            "region_level",
            "region_a",
            "region_b",
            "measure_kind",
            "measure_id",
            "gap",
            "gap_lo",
            "gap_hi",
            "answer"));
    List<String> sorted = codes.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        double gap =
            means.getOrDefault(sorted.get(i), 0.0) - means.getOrDefault(sorted.get(j), 0.0);
        String answer = Math.abs(gap) > 0.4 ? "YES" : Math.abs(gap) < 0.05 ? "NO" : "CANNOT_TELL";
        gaps.add(
            row(
                "unit37",
                sorted.get(i),
                sorted.get(j),
                "index",
                "index",
                gap,
                gap - 0.35,
                gap + 0.35,
                answer));
      }
    }
    files.dataset("policy", "region_gap", gaps);
  }
}
