package org.evenstar.pipeline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.benchmark.LinearTrend;
import org.evenstar.stats.multiple.QValues;

/**
 * Which regions rise or fall, measure by measure: {@code region_trend}. It is made from the shown
 * cells of {@code benchmark} alone, so that it tells nothing of a withheld one.
 */
final class TrendStage {
  /** Share of false finds among all trends that are called one. */
  private static final double FALSE_DISCOVERY = 0.10;

  private final Engine engine;
  private final Path folder;
  private final Model model;

  TrendStage(Engine engine, Path folder, Model model) {
    this.engine = engine;
    this.folder = folder;
    this.model = model;
  }

  /** A region, a measure and a kind of period. */
  private record Series(
      String level, String region, String measureKind, String measureId, String periodKind) {}

  /** One shown cell. */
  private record Point(String period, long n, double mean, double sd) {}

  private record Found(Series series, List<Point> points, LinearTrend trend) {}

  /** Makes the table; needs {@code benchmark}. */
  void run() {
    DatasetTable.make(engine, folder, "region_trend", this::rows);
  }

  private void rows(TableRow out) throws IOException {
    Map<String, List<Found>> byKind = new TreeMap<>();
    List<Found> all = new ArrayList<>();
    for (Map.Entry<Series, List<Point>> entry : series()) {
      if (entry.getValue().size() >= LinearTrend.LEAST_PERIODS) {
        Found found = new Found(entry.getKey(), entry.getValue(), trend(entry.getValue()));
        all.add(found);
        byKind.computeIfAbsent(found.series().periodKind(), kind -> new ArrayList<>()).add(found);
      }
    }
    Map<Series, Double> q = new HashMap<>();
    byKind.values().forEach(tests -> q.putAll(qValues(tests)));
    for (Found found : all) {
      row(found, q.getOrDefault(found.series(), 1.0), out);
    }
  }

  /** The shown cells of each series, both in the order of the dataset's key. */
  private List<Map.Entry<Series, List<Point>>> series() {
    List<Map.Entry<Series, List<Point>>> out = new ArrayList<>();
    try (Rows rows =
        engine.query(
            "select region_level, region_code, measure_kind, measure_id, period_kind, period, n,"
                + " mean, coalesce(sd, 0) as sd from benchmark"
                + " where sector_id = '*' and organisation_type = '*' and applied_star = '*'"
                + " and awarded_star = '*' and mean is not null"
                + " and period_kind in ('month', 'quarter', 'year')"
                + " order by region_level, region_code, measure_kind, measure_id, period_kind,"
                + " period")) {
      while (rows.next()) {
        Series series =
            new Series(
                CellKeys.text(rows, 0),
                CellKeys.text(rows, 1),
                CellKeys.text(rows, 2),
                CellKeys.text(rows, 3),
                CellKeys.text(rows, 4));
        if (out.isEmpty() || !out.get(out.size() - 1).getKey().equals(series)) {
          out.add(Map.entry(series, new ArrayList<>()));
        }
        out.get(out.size() - 1)
            .getValue()
            .add(
                new Point(
                    CellKeys.text(rows, 5), rows.longAt(6), rows.doubleAt(7), rows.doubleAt(8)));
      }
    }
    return out;
  }

  private static LinearTrend trend(List<Point> points) {
    return LinearTrend.of(
        points.stream().mapToDouble(point -> BenchmarkPeriods.number(point.period())).toArray(),
        points.stream().mapToLong(Point::n).toArray(),
        points.stream().mapToDouble(Point::mean).toArray(),
        points.stream().mapToDouble(Point::sd).toArray(),
        BenchmarkStage.CONFIDENCE);
  }

  private static Map<Series, Double> qValues(List<Found> tests) {
    double[] q =
        QValues.of(tests.stream().mapToDouble(f -> f.trend().probability()).toArray()).values();
    Map<Series, Double> out = new HashMap<>();
    for (int i = 0; i < q.length; i++) {
      out.put(tests.get(i).series(), q[i]);
    }
    return out;
  }

  private void row(Found found, double q, TableRow out) throws IOException {
    out.text("region_level", found.series().level());
    out.text("region_code", found.series().region());
    out.text("measure_kind", found.series().measureKind());
    out.text("measure_id", found.series().measureId());
    out.text("period_kind", found.series().periodKind());
    out.text("first_period", found.points().get(0).period());
    out.text("last_period", found.points().get(found.points().size() - 1).period());
    out.whole("n_periods", found.points().size());
    out.whole("n", found.points().stream().mapToLong(Point::n).sum());
    out.number("slope", found.trend().slope().value());
    out.interval("slope", found.trend().slope());
    out.number("p", OptionalDouble.of(found.trend().probability()));
    out.number("q", OptionalDouble.of(q));
    out.text("answer", answer(found.trend(), q));
    out.text("model_id", model.modelId());
    out.text("model_version", model.version());
    out.end();
  }

  private static String answer(LinearTrend trend, double q) {
    double slope = trend.slope().value().orElse(0);
    return q > FALSE_DISCOVERY || slope == 0 ? "NOT_SHOWN" : slope > 0 ? "RISING" : "FALLING";
  }
}
