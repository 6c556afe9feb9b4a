package org.evenstar.reports;

import static org.evenstar.reports.ReleaseFixture.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Private data of a few institutions, some with hostile names. */
final class InstitutionFixture {
  private final FixtureFiles files;
  private final Random random;

  InstitutionFixture(FixtureFiles files, Random random) {
    this.files = files;
    this.random = random;
  }

  void write() {
    List<List<String>> peers = new ArrayList<>();
    peers.add(
        List.of(
            "institution_code",
            "institution_name",
            "body_id",
            "dossier_no",
            "revision",
            "assessed_on",
            "expires_on",
            "region_code",
            "unit37",
            "sector_id",
            "organisation_type",
            "applied_star",
            "awarded_star",
            "recomputed_star",
            "index_micro",
            "is_censored",
            "rule",
            "rule_step",
            "rule_version",
            "n_peers",
            "previous_assessed_on",
            "previous_awarded_star",
            "previous_index_micro",
            "obs_status",
            "reason"));
    List<List<String>> standing = new ArrayList<>();
    standing.add(
        List.of(
            "institution_code",
            "measure_kind",
            "measure_id",
            "value",
            "n",
            "q1",
            "median",
            "q3",
            "percentile",
            "percentile_lo",
            "percentile_hi",
            "gap_to_median",
            "gap_to_q3",
            "obs_status",
            "reason"));
    List<List<String>> next = new ArrayList<>();
    next.add(
        List.of(
            "institution_code",
            "position",
            "target_star",
            "item_id",
            "domain_id",
            "score_micro",
            "needed_micro",
            "peers_share"));
    List<List<String>> nearest = new ArrayList<>();
    nearest.add(
        List.of(
            "institution_code",
            "measure_kind",
            "measure_id",
            "value",
            "n",
            "distance_max",
            "q1",
            "median",
            "q3",
            "gap_to_median",
            "obs_status"));
    List<List<String>> changes = new ArrayList<>();
    changes.add(
        List.of(
            "institution_code",
            "measure_kind",
            "measure_id",
            "since_on",
            "since_micro",
            "percentile_micro",
            "own_micro",
            "peers_micro",
            "method_micro",
            "revision_micro",
            "obs_status"));
    List<List<String>> scores = new ArrayList<>();
    scores.add(List.of("institution_code", "item_id", "raw", "score_micro", "absence"));
    for (int i = 0; i < 12; i++) {
      String code = String.format(Locale.ROOT, "91430100MA4L%02d0000", i);
      String name =
          i < ReleaseFixture.HOSTILE.size() ? ReleaseFixture.HOSTILE.get(i) : "长沙样例服务机构" + i;
      boolean enough = i != 10;
      peers.add(
          row(
              code,
              name,
              "HNPT",
              "HN-" + (1000 + i),
              1,
              "2024-06-1" + i % 10,
              "2027-06-1" + i % 10,
              "430100",
              "430000",
              "information",
              "enterprise",
              4,
              3,
              3,
              3_620_000 - 40_000 * i,
              false,
              "organisation_type,sector",
              1,
              "1",
              enough ? 37 : 6,
              i % 2 == 0 ? "2023-12-20" : "",
              i % 2 == 0 ? "2" : "",
              i % 2 == 0 ? "2810000" : "",
              enough ? "OK" : "NOT_ENOUGH",
              enough ? "" : "n < 10"));
      String status = enough ? "OK" : "NOT_ENOUGH";
      nearest.add(row(code, "index", "index", 3.6, 20, 0.25, 2.8, 3.2, 3.5, 0.4, status));
      changes.add(
          row(
              code,
              "index",
              "index",
              "2024-01-31",
              500_000,
              620_000,
              150_000,
              -40_000,
              0,
              10_000,
              status));
      standing(standing, code, "index", "index", enough);
      ReleaseFixture.DOMAINS.forEach(domain -> standing(standing, code, "domain", domain, enough));
      ReleaseFixture.indicators().forEach(id -> standing(standing, code, "indicator", id, enough));
      int position = 1;
      for (String indicator : ReleaseFixture.indicators()) {
        for (int star = 1; star <= 5; star++) {
          double[] levels = star <= 3 ? new double[] {0.8, 1} : new double[] {0.5, 0.8};
          double score = star == 5 ? 0.5 : levels[random.nextInt(2)];
          boolean absent = star == 5 && random.nextInt(4) == 0;
          scores.add(
              row(
                  code,
                  indicator + "." + star,
                  absent ? "不适用" : score,
                  absent ? "" : Math.round(score * 1e6),
                  absent ? "NOT_APPLICABLE" : ""));
          if (star == 4 && score < 0.8) {
            next.add(
                row(
                    code,
                    position++,
                    4,
                    indicator + ".4",
                    indicator.substring(0, 3),
                    Math.round(score * 1e6),
                    800_000,
                    0.35 + 0.5 * random.nextDouble()));
          }
        }
      }
    }
    files.dataset("institution", "peer_group", peers);
    files.dataset("institution", "standing", standing);
    files.dataset("institution", "next_star", next);
    files.dataset("institution", "own_score", scores);
    files.dataset("institution", "nearest_institution", nearest);
    files.dataset("institution", "standing_change", changes);
  }

  private void standing(
      List<List<String>> rows, String code, String kind, String id, boolean enough) {
    double value = 3 + 0.6 * random.nextGaussian();
    rows.add(
        enough
            ? row(
                code,
                kind,
                id,
                value,
                37,
                2.6,
                3.0,
                3.4,
                0.5 + 0.2 * random.nextGaussian(),
                0.35,
                0.7,
                value - 3.0,
                value - 3.4,
                "OK",
                "")
            : row(
                code, kind, id, value, 6, "", "", "", "", "", "", "", "", "NOT_ENOUGH", "n < 10"));
  }
}
