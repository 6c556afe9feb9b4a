package org.evenstar.pipeline.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.engine.Rows;
import org.evenstar.stats.benchmark.Moments;

/**
 * What each body would have given had it treated each kind of client like all bodies together
 * (indirect standardisation; Breslow and Day 1987, chapter 2), over the strata of sector,
 * organisation type and star applied for that at least two bodies share. Regions are a stratum only
 * where the checks declare a level of them: where bodies sit in regions the two cannot be told
 * apart, and where they overlap a comparison within regions takes the regions' quality out.
 */
final class CaseMix {
  private static final int REGION = 9;

  /** One body's sums over its shared strata. */
  static final class Body {
    final String id;
    long starred;
    long sharedStarred;
    double passed;
    double expectedPassed;
    long scored;
    long sharedScored;
    double sum;
    double expectedSum;

    /** Σ n_bs² (1/n_bs - 1/n_s). */
    double spread;

    Body(String id) {
      this.id = id;
    }

    double difference() {
      return (sum - expectedSum) / sharedScored;
    }

    double error(double variance) {
      return Math.sqrt(variance * spread) / sharedScored;
    }
  }

  private record Cell(String body, long starred, long passed, Moments scores) {}

  private final Map<String, Body> bodies = new TreeMap<>();
  private double within;
  private double degrees;

  static CaseMix read(CheckRun run) {
    CaseMix mix = new CaseMix();
    try (Rows rows =
        run.engine()
            .query(
                "select sector_id, organisation_type, applied_star, body_id, n_starred, n_passed,"
                    + " n_scored, sum_micro, square, region_code from body_stratum"
                    + " order by sector_id, organisation_type, applied_star, region_code,"
                    + " body_id")) {
      List<Cell> stratum = new ArrayList<>();
      String former = "";
      while (rows.next()) {
        String key =
            String.join(
                "\t",
                Sums.text(rows, 0),
                Sums.text(rows, 1),
                Long.toString(rows.longAt(2)),
                Sums.text(rows, REGION));
        if (!key.equals(former)) {
          mix.add(stratum);
          stratum.clear();
          former = key;
        }
        stratum.add(
            new Cell(Sums.text(rows, 3), rows.longAt(4), rows.longAt(5), Sums.moments(rows, 6)));
      }
      mix.add(stratum);
    }
    return mix;
  }

  private void add(List<Cell> stratum) {
    double starred = 0;
    double passed = 0;
    Moments all = Moments.NONE;
    int withStars = 0;
    int withScores = 0;
    for (Cell cell : stratum) {
      starred += cell.starred();
      passed += cell.passed();
      all = all.plus(cell.scores());
      withStars += cell.starred() > 0 ? 1 : 0;
      withScores += cell.scores().n() > 0 ? 1 : 0;
      if (cell.scores().n() > 1) {
        within += cell.scores().variance(Sums.MICRO).orElse(0) * (cell.scores().n() - 1);
        degrees += cell.scores().n() - 1;
      }
    }
    for (Cell cell : stratum) {
      Body body = bodies.computeIfAbsent(cell.body(), Body::new);
      body.starred += cell.starred();
      body.scored += cell.scores().n();
      if (withStars > 1) {
        body.sharedStarred += cell.starred();
        body.passed += cell.passed();
        body.expectedPassed += cell.starred() * passed / starred;
      }
      double n = cell.scores().n();
      if (withScores > 1 && n > 0) {
        body.sharedScored += cell.scores().n();
        body.sum += n * Sums.mean(cell.scores());
        body.expectedSum += n * Sums.mean(all);
        body.spread += n * n * (1 / n - 1.0 / all.n());
      }
    }
  }

  /** Bodies by id. */
  List<Body> bodies() {
    return List.copyOf(bodies.values());
  }

  /** Variance of a dossier's score within body and stratum. */
  double variance() {
    return degrees > 0 ? within / degrees : 0;
  }
}
