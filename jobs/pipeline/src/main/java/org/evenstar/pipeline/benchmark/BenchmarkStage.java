package org.evenstar.pipeline.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.DisclosureSettings;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.BinomialInterval;
import org.evenstar.stats.benchmark.Moments;
import org.evenstar.stats.benchmark.RegionGap;

/** Turns exact moments and counts into the published statistics, in key order. */
public final class BenchmarkStage {
  /** Fixed-point units in a whole one. */
  static final long UNIT = 1_000_000;

  static final double CONFIDENCE = 0.95;

  private final Engine engine;
  private final Path folder;
  private final Model model;
  private final DisclosureSettings.Tier limits;
  private final CellKeys keys;
  private final Population population;
  private final double leastCoverage;

  /**
   * @param folder where the tables are kept
   * @param limits least numbers of the tier that sees the benchmarks
   * @param keys what the cells' numbers stand for
   * @param leastCoverage share of the known institutions below which a cell may be a selection
   */
  public BenchmarkStage(
      Engine engine,
      Path folder,
      Model model,
      DisclosureSettings.Tier limits,
      CellKeys keys,
      Population population,
      BigDecimal leastCoverage) {
    this.engine = engine;
    this.folder = folder;
    this.model = model;
    this.limits = limits;
    this.keys = keys;
    this.population = population;
    this.leastCoverage = leastCoverage.doubleValue();
  }

  /** Makes the tables {@code benchmark}, {@code star_share} and {@code body_benchmark}. */
  public void run() {
    make(
        "benchmark",
        new Part("select * from benchmark_cell order by cell_key", this::benchmarkRow),
        new Part("select * from withheld_cell order by cell_key", this::withheldRow));
    make(
        "star_share", new Part("select * from star_count order by cell_key, star", this::shareRow));
    make(
        "body_benchmark",
        new Part(
            "select * from body_moment order by body_id, measure_kind, measure_id", this::bodyRow));
  }

  private interface RowMaker {
    void make(Rows rows, TableRow out);
  }

  /** Rows of a dataset that are made alike. */
  private record Part(String query, RowMaker maker) {}

  private void make(String dataset, Part... parts) {
    DatasetTable.make(
        engine,
        folder,
        dataset,
        out -> {
          for (Part part : parts) {
            fill(out, part);
          }
        });
  }

  private void fill(TableRow out, Part part) throws IOException {
    try (Rows rows = engine.query(part.query())) {
      while (rows.next()) {
        part.maker().make(rows, out);
        out.text("model_id", model.modelId());
        out.text("model_version", model.version());
        out.end();
      }
    }
  }

  private void withheldRow(Rows rows, TableRow out) {
    keys.cell(rows.longAt(0)).write(out);
    out.text("obs_status", "WITHHELD");
    out.text("reason", "DISCLOSURE");
  }

  private void benchmarkRow(Rows rows, TableRow out) {
    CellKeys.Cell cell = keys.cell(rows.longAt(0));
    cell.write(out);
    long n = rows.longAt(1);
    out.text("obs_status", "OK");
    out.whole("n", n);
    Moments moments = moments(rows, 1);
    moments(moments, out);
    quantiles(rows, n, out);
    change(moments, rows, out);
    age(rows, out);
    coverage(cell, n, rows.longAt(17), out);
  }

  private void quantiles(Rows rows, long n, TableRow out) {
    long detail = rows.longAt(22);
    if (detail >= 1 && n >= limits.minNQuartiles()) {
      out.number("q1", QuantileCells.quantile(rows, n, 1, 4, 4));
      out.number("median", QuantileCells.quantile(rows, n, 1, 2, 6));
      out.number("q3", QuantileCells.quantile(rows, n, 3, 4, 8));
    }
    if (detail >= 2 && n >= limits.minNDeciles()) {
      out.number("d1", QuantileCells.quantile(rows, n, 1, 10, 10));
      out.number("d9", QuantileCells.quantile(rows, n, 9, 10, 12));
    }
  }

  /** The mean less that of the former period, unless that one is itself withheld. */
  private void change(Moments moments, Rows rows, TableRow out) {
    if (rows.longAt(14) >= limits.minN()) {
      Estimate change = RegionGap.of(moments, moments(rows, 14), UNIT, 0, CONFIDENCE).gap();
      out.number("change", change.value());
      out.interval("change", change);
    }
  }

  private static void age(Rows rows, TableRow out) {
    out.whole("n_institutions", rows.longAt(17));
    out.number(
        "share_expired", OptionalDouble.of((double) rows.longAt(19) / (double) rows.longAt(18)));
    long dated = rows.longAt(20);
    if (dated > 0) {
      out.number("age_days_mean", OptionalDouble.of((double) rows.longAt(21) / (double) dated));
    }
  }

  private void coverage(CellKeys.Cell cell, long n, long institutions, TableRow out) {
    OptionalLong known = population.known(cell);
    if (known.isEmpty() || known.getAsLong() == 0) {
      return;
    }
    double share = (double) institutions / (double) known.getAsLong();
    out.whole("n_known", known.getAsLong());
    out.number("coverage_share", OptionalDouble.of(share));
    out.flag("has_low_coverage", share < leastCoverage);
    if (n <= known.getAsLong()) {
      out.number(
          "finite_population_factor",
          OptionalDouble.of(Math.sqrt(1 - (double) n / (double) known.getAsLong())));
    }
  }

  /** Count, sum and sum of squares from a row's three columns. */
  static Moments moments(Rows rows, int at) {
    return Moments.of(
        rows.longAt(at), rows.longAt(at + 1), new BigInteger(CellKeys.text(rows, at + 2)));
  }

  private static void moments(Moments moments, TableRow out) {
    Estimate mean = moments.meanInterval(UNIT, CONFIDENCE, OptionalLong.empty());
    out.number("mean", mean.value());
    out.interval("mean", mean);
    out.number("sd", moments.standardDeviation(UNIT));
  }

  private void shareRow(Rows rows, TableRow out) {
    keys.cell(rows.longAt(0)).writeWhole(out);
    out.whole("star", rows.longAt(1));
    long n = rows.longAt(2);
    long total = rows.longAt(3);
    Estimate share = BinomialInterval.wilson(n, total, CONFIDENCE);
    out.text("obs_status", "OK");
    out.whole("n", n);
    out.whole("n_total", total);
    out.number("share", share.value());
    out.interval("share", share);
  }

  private void bodyRow(Rows rows, TableRow out) {
    out.text("body_id", CellKeys.text(rows, 0));
    out.text("measure_kind", CellKeys.text(rows, 1));
    out.text("measure_id", CellKeys.text(rows, 2));
    out.whole("n", rows.longAt(3));
    moments(moments(rows, 3), out);
  }
}
