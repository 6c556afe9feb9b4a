package org.evenstar.pipeline.calibrate;

import java.util.ArrayList;
import java.util.List;
import org.evenstar.engine.Rows;
import org.evenstar.stats.benchmark.Moments;

/**
 * One body's months in time order, in all domains or in one.
 *
 * @param domain its number, {@link #ALL} for all
 * @param months at least one
 */
record BodySeries(String body, long domain, List<Month> months) {
  static final long ALL = -1;

  /**
   * One month.
   *
   * @param residual distances from what the items usually get, on 0…1 after {@link Sums#mean}
   * @param score mean score on 0…1
   * @param room sum of the dossiers' room, in millionths
   */
  record Month(String period, Moments residual, double score, long room) {}

  BodySeries {
    months = List.copyOf(months);
  }

  /** Every series of {@code body_period}, by body and domain. */
  static List<BodySeries> read(CheckRun run) {
    List<BodySeries> all = new ArrayList<>();
    try (Rows rows =
        run.engine()
            .query(
                "select body_id, domain_no, period, n, sum_residual_micro, square, sum_score_micro,"
                    + " sum_room_micro from body_period order by body_id, domain_no, period")) {
      String body = "";
      long domain = ALL;
      List<Month> months = new ArrayList<>();
      while (rows.next()) {
        if (!Sums.text(rows, 0).equals(body) || rows.longAt(1) != domain) {
          add(all, body, domain, months);
          months.clear();
          body = Sums.text(rows, 0);
          domain = rows.longAt(1);
        }
        Moments moments = Sums.moments(rows, 3);
        double score = (double) rows.longAt(6) / moments.n() / Sums.MICRO;
        months.add(new Month(Sums.text(rows, 2), moments, score, rows.longAt(7)));
      }
      add(all, body, domain, months);
    }
    return all;
  }

  private static void add(List<BodySeries> all, String body, long domain, List<Month> months) {
    if (!months.isEmpty()) {
      all.add(new BodySeries(body, domain, months));
    }
  }

  boolean isOfAllDomains() {
    return domain == ALL;
  }

  /** All months together. */
  Moments whole() {
    Moments whole = Moments.NONE;
    for (Month month : months) {
      whole = whole.plus(month.residual());
    }
    return whole;
  }

  long[] counts() {
    return months.stream().mapToLong(month -> month.residual().n()).toArray();
  }

  double[] means() {
    return months.stream().mapToDouble(month -> Sums.mean(month.residual())).toArray();
  }

  /** Standard deviation of one dossier within months. */
  double within() {
    double squares = 0;
    for (Month month : months) {
      squares +=
          month.residual().variance(Sums.MICRO).orElse(0) * Math.max(0, month.residual().n() - 1);
    }
    return Math.sqrt(squares / Math.max(1, whole().n() - months.size()));
  }

  /** How much of a shift in severity shows in the scores. */
  double room() {
    return Sums.room(months.stream().mapToLong(Month::room).sum(), whole().n());
  }
}
