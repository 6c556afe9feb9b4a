package org.evenstar.pipeline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.coherence.IndicatorCoherence;
import org.evenstar.stats.coherence.Reliability;

/**
 * Whether the standard's indicators hang together and weigh what they are said to weigh: {@code
 * coherence}, over dossiers with every indicator scored whose certificate holds.
 */
final class CoherenceStage {
  /** Dossiers looked at, about: correlations are then known to a hundredth, in bounded memory. */
  private static final int MOST = 50_000;

  private final Engine engine;
  private final Path folder;
  private final Model model;
  private final long leastN;

  /**
   * @param folder where the table is kept
   * @param leastN dossiers needed to show anything
   */
  CoherenceStage(Engine engine, Path folder, Model model, long leastN) {
    this.engine = engine;
    this.folder = folder;
    this.model = model;
    this.leastN = leastN;
  }

  /**
   * Makes the table {@code coherence}; needs {@code indicator_index}, {@code benchmark_dossier}.
   */
  void run() {
    DatasetTable.make(engine, folder, "coherence", out -> write(columns(), out));
  }

  /** One column an indicator over the complete dossiers, in an order that only values decide. */
  private double[][] columns() {
    int k = model.indicators().size();
    List<double[]> complete = new ArrayList<>();
    try (Rows rows =
        engine.query(
            "select indicator_index.row_key, indicator_index.indicator_no,"
                + " indicator_index.value_micro from indicator_index"
                + " inner join benchmark_dossier"
                + " on benchmark_dossier.row_key = indicator_index.row_key"
                + sample(engine.count("benchmark_dossier"))
                + " where not benchmark_dossier.is_expired"
                + " order by indicator_index.row_key, indicator_index.indicator_no")) {
      long last = -1;
      int met = 0;
      double[] values = new double[k];
      while (rows.next()) {
        if (rows.longAt(0) != last) {
          last = rows.longAt(0);
          met = 0;
        }
        values[(int) rows.longAt(1)] = rows.longAt(2) / (double) BenchmarkStage.UNIT;
        if (++met == k) {
          complete.add(values.clone());
        }
      }
    }
    complete.sort(Arrays::compare);
    double[][] columns = new double[k][complete.size()];
    for (int i = 0; i < complete.size(); i++) {
      for (int a = 0; a < k; a++) {
        columns[a][i] = complete.get(i)[a];
      }
    }
    return columns;
  }

  /**
   * Of many dossiers those whose number's hash is low: the same ones whatever file they stood in.
   */
  private static String sample(long dossiers) {
    if (dossiers <= MOST) {
      return "";
    }
    String below = String.format(Locale.ROOT, "%08x", (1L << 32) / dossiers * MOST);
    return " inner join dossier on dossier.row_key = indicator_index.row_key"
        + " and substring(md5(dossier.body_id || '/' || dossier.dossier_no), 1, 8) < '"
        + below
        + "'";
  }

  private void write(double[][] columns, TableRow out) throws IOException {
    int k = columns.length;
    int[] everything = IntStream.range(0, k).toArray();
    double[] weights = weights();
    IndicatorCoherence[] found = IndicatorCoherence.of(columns, weights);
    group("total", "*", everything, columns, found, out);
    for (Model.Domain domain : model.domains()) {
      int[] members =
          IntStream.of(everything)
              .filter(a -> model.indicators().get(a).domainId().equals(domain.domainId()))
              .toArray();
      group("domain", domain.domainId(), members, columns, found, out);
    }
    for (int a : everything) {
      indicator(a, columns[a].length, found[a], out);
    }
  }

  /** The weight of an indicator in the whole: its share of its domain, times the domain's. */
  private double[] weights() {
    double[] weights = new double[model.indicators().size()];
    for (int a = 0; a < weights.length; a++) {
      Model.Indicator own = model.indicators().get(a);
      double beside =
          model.indicators().stream()
              .filter(other -> other.domainId().equals(own.domainId()))
              .mapToInt(Model.Indicator::weight)
              .sum();
      int domain =
          model.domains().stream()
              .filter(of -> of.domainId().equals(own.domainId()))
              .mapToInt(Model.Domain::weight)
              .sum();
      weights[a] = domain * own.weight() / beside;
    }
    return weights;
  }

  private void group(
      String kind,
      String id,
      int[] members,
      double[][] columns,
      IndicatorCoherence[] found,
      TableRow out)
      throws IOException {
    double[][] own = Arrays.stream(members).mapToObj(a -> columns[a]).toArray(double[][]::new);
    int n = own.length == 0 ? 0 : own[0].length;
    start(kind, id, n, members.length, out);
    out.number(
        "nominal_weight",
        OptionalDouble.of(Arrays.stream(members).mapToDouble(a -> found[a].nominalWeight()).sum()));
    if (n < leastN) {
      end("MIN_N", out);
      return;
    }
    if (Arrays.stream(members).allMatch(a -> found[a].effectiveWeight().isPresent())) {
      out.number(
          "effective_weight",
          OptionalDouble.of(
              Arrays.stream(members)
                  .mapToDouble(a -> found[a].effectiveWeight().orElseThrow())
                  .sum()));
    }
    Reliability reliability = Reliability.of(own, BenchmarkStage.CONFIDENCE);
    out.number("alpha", reliability.alpha().value());
    out.interval("alpha", reliability.alpha());
    out.number("omega", reliability.omega());
    end(reliability.alpha().status().isOk() ? "" : reliability.alpha().status().name(), out);
  }

  private void indicator(int a, int n, IndicatorCoherence found, TableRow out) throws IOException {
    start("indicator", model.indicators().get(a).indicatorId(), n, 1, out);
    out.number("nominal_weight", OptionalDouble.of(found.nominalWeight()));
    if (n < leastN) {
      end("MIN_N", out);
      return;
    }
    out.number("effective_weight", found.effectiveWeight());
    out.number("total_correlation", found.totalCorrelation());
    out.number("rest_correlation", found.restCorrelation());
    out.number("mode_share", OptionalDouble.of(found.modeShare()));
    out.flag("is_dead", found.isDead());
    if (found.redundantWith().isPresent()) {
      out.text(
          "redundant_with", model.indicators().get(found.redundantWith().getAsInt()).indicatorId());
    }
    end(found.effectiveWeight().isPresent() ? "" : "NO_VARIATION", out);
  }

  private static void start(String kind, String id, int n, int indicators, TableRow out) {
    out.text("part_kind", kind);
    out.text("part_id", id);
    out.whole("n", n);
    out.whole("n_indicators", indicators);
  }

  private void end(String reason, TableRow out) throws IOException {
    out.text("obs_status", reason.isEmpty() ? "OK" : "NOT_ENOUGH");
    if (!reason.isEmpty()) {
      out.text("reason", reason);
    }
    out.text("model_id", model.modelId());
    out.text("model_version", model.version());
    out.end();
  }
}
