package org.evenstar.pipeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.schemas.config.DisclosureSettings;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.BinomialInterval;
import org.evenstar.stats.benchmark.Moments;

/** Turns exact moments and counts into the published statistics, in key order. */
public final class BenchmarkStage {
  private static final long UNIT = 1_000_000;
  private static final double CONFIDENCE = 0.95;
  private static final int KEYS = 10;

  private final Engine engine;
  private final Path folder;
  private final Model model;
  private final DisclosureSettings.Tier limits;

  /**
   * @param folder where the tables are kept
   * @param limits least numbers of the tier that sees the benchmarks
   */
  public BenchmarkStage(Engine engine, Path folder, Model model, DisclosureSettings.Tier limits) {
    this.engine = engine;
    this.folder = folder;
    this.model = model;
    this.limits = limits;
  }

  /** Makes the tables {@code benchmark}, {@code star_share} and {@code body_benchmark}. */
  public void run() {
    make("benchmark", "select * from cell_moment", this::benchmarkRow);
    make("star_share", "select * from star_count", this::shareRow);
    make("body_benchmark", "select * from body_moment", this::bodyRow);
  }

  private interface RowMaker {
    void make(Rows rows, TableRow out) throws IOException;
  }

  private void make(String dataset, String query, RowMaker maker) {
    DatasetSchema schema = DatasetSchema.named(dataset);
    Path file = folder.resolve(dataset + ".parquet");
    try (Rows rows = engine.query(query);
        ParquetTableWriter writer =
            ParquetTableWriter.create(file, TableRow.columns(schema), Map.of())) {
      TableRow out = new TableRow(schema, writer);
      while (rows.next()) {
        maker.make(rows, out);
        out.text("model_id", model.modelId());
        out.text("model_version", model.version());
        out.end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine.register(dataset, List.of(file));
  }

  private static void keys(Rows rows, TableRow out, int n) {
    for (int i = 0; i < n; i++) {
      out.text(rows.columns().get(i), Objects.requireNonNull(rows.textAt(i)));
    }
  }

  private void benchmarkRow(Rows rows, TableRow out) throws IOException {
    keys(rows, out, KEYS);
    long n = rows.longAt(KEYS);
    if (n < limits.minN()) {
      out.text("obs_status", "WITHHELD");
      out.text("reason", "MIN_N");
      return;
    }
    out.text("obs_status", "OK");
    out.whole("n", n);
    moments(rows, out, KEYS);
    if (n >= limits.minNQuartiles()) {
      out.number("q1", QuantileCells.quantile(rows, n, 1, 4, KEYS + 3));
      out.number("median", QuantileCells.quantile(rows, n, 1, 2, KEYS + 5));
      out.number("q3", QuantileCells.quantile(rows, n, 3, 4, KEYS + 7));
    }
    if (n >= limits.minNDeciles()) {
      out.number("d1", QuantileCells.quantile(rows, n, 1, 10, KEYS + 9));
      out.number("d9", QuantileCells.quantile(rows, n, 9, 10, KEYS + 11));
    }
  }

  private static void moments(Rows rows, TableRow out, int at) {
    BigInteger squares =
        new BigDecimal(Objects.requireNonNull(rows.textAt(at + 2))).toBigIntegerExact();
    Moments moments = Moments.of(rows.longAt(at), rows.longAt(at + 1), squares);
    Estimate mean = moments.meanInterval(UNIT, CONFIDENCE, OptionalLong.empty());
    out.number("mean", mean.value());
    mean.interval()
        .ifPresent(
            interval -> {
              out.number("mean_lo", OptionalDouble.of(interval.lower()));
              out.number("mean_hi", OptionalDouble.of(interval.upper()));
            });
    out.number("sd", moments.standardDeviation(UNIT));
  }

  private void shareRow(Rows rows, TableRow out) throws IOException {
    keys(rows, out, 8);
    out.whole("star", rows.longAt(8));
    long n = rows.longAt(9);
    long total = rows.longAt(10);
    if (total < limits.minN()) {
      out.text("obs_status", "WITHHELD");
      out.text("reason", "MIN_N");
      return;
    }
    Estimate share = BinomialInterval.wilson(n, total, CONFIDENCE);
    out.text("obs_status", "OK");
    out.whole("n", n);
    out.whole("n_total", total);
    out.number("share", share.value());
    share
        .interval()
        .ifPresent(
            interval -> {
              out.number("share_lo", OptionalDouble.of(interval.lower()));
              out.number("share_hi", OptionalDouble.of(interval.upper()));
            });
  }

  private void bodyRow(Rows rows, TableRow out) throws IOException {
    keys(rows, out, 3);
    out.whole("n", rows.longAt(3));
    moments(rows, out, 3);
  }
}
