package org.evenstar.pipeline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.BenchmarkSettings;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.sensitivity.Aggregation;
import org.evenstar.stats.sensitivity.Normalisation;
import org.evenstar.stats.sensitivity.RankSensitivity;
import org.evenstar.stats.sensitivity.Sobol;

/**
 * How far regions' ranks depend on weights and methods: {@code sensitivity}, of every level with
 * two regions or more that may be shown in every domain.
 */
final class SensitivityStage {
  private final Engine engine;
  private final Path folder;
  private final Model model;
  private final BenchmarkSettings.Sensitivity settings;
  private final CellKeys keys;
  private final RegionsTold told;

  /** A region's mean of each domain on 0…1, and the fewest dossiers behind one of them. */
  @SuppressWarnings("ArrayRecordComponent") // columns for the statistic
  private record Means(CellKeys.Region region, double[] domains, long n) {}

  /**
   * @param folder where the table is kept
   * @param told which regions may be shown; all domains of a region must be
   */
  SensitivityStage(
      Engine engine,
      Path folder,
      Model model,
      BenchmarkSettings settings,
      CellKeys keys,
      RegionsTold told) {
    this.engine = engine;
    this.folder = folder;
    this.model = model;
    this.settings = settings.sensitivity();
    this.keys = keys;
    this.told = told;
  }

  /** Makes the table {@code sensitivity}; needs {@code stratum_moment}. */
  void run() {
    DatasetTable.make(
        engine,
        folder,
        "sensitivity",
        out -> {
          for (List<Means> level : levels().values()) {
            if (level.size() > 1) {
              level(level, out);
            }
          }
        });
  }

  private Map<String, List<Means>> levels() {
    Map<Long, double[]> domains = new TreeMap<>();
    Map<Long, Long> least = new TreeMap<>();
    double unit = 1e6 * (model.rule().isCumulative() ? model.stars().highest() : 1);
    try (Rows rows =
        engine.query(
            "select stratum_moment.region_part, benchmark_measure.part_no,"
                + " cast(sum(stratum_moment.n) as bigint) as n,"
                + " cast(sum(stratum_moment.sum_micro) as bigint) as sum_micro,"
                + " benchmark_measure.measure_no"
                + " from stratum_moment inner join benchmark_measure"
                + " on benchmark_measure.measure_no = stratum_moment.measure_no"
                + " where benchmark_measure.measure_kind = 'domain'"
                + " and stratum_moment.region_part > 0"
                + " group by stratum_moment.region_part, benchmark_measure.part_no,"
                + " benchmark_measure.measure_no"
                + " order by region_part, part_no")) {
      while (rows.next()) {
        long part = rows.longAt(0);
        if (!told.isTold(part, rows.longAt(4))) {
          continue;
        }
        domains.computeIfAbsent(part, p -> filled(model.domains().size()))[(int) rows.longAt(1)] =
            rows.longAt(3) / (unit * rows.longAt(2));
        least.merge(part, rows.longAt(2), Math::min);
      }
    }
    Map<String, List<Means>> levels = new TreeMap<>();
    domains.forEach(
        (part, means) -> {
          long n = least.getOrDefault(part, 0L);
          if (Arrays.stream(means).allMatch(mean -> mean >= 0)) {
            CellKeys.Region region = keys.region(part);
            levels
                .computeIfAbsent(region.level(), level -> new ArrayList<>())
                .add(new Means(region, means, n));
          }
        });
    return levels;
  }

  /** Means not met yet, below every score. */
  private static double[] filled(int size) {
    double[] means = new double[size];
    Arrays.fill(means, -1);
    return means;
  }

  private void level(List<Means> regions, TableRow out) throws IOException {
    double[][] columns = new double[model.domains().size()][regions.size()];
    double[] weights = new double[columns.length];
    for (int d = 0; d < columns.length; d++) {
      weights[d] = model.domains().get(d).weight();
      for (int i = 0; i < regions.size(); i++) {
        columns[d][i] = regions.get(i).domains()[d];
      }
    }
    RankSensitivity found =
        RankSensitivity.of(
            columns,
            weights,
            new RankSensitivity.Plan(
                settings.normalisations().stream().map(Normalisation::valueOf).toList(),
                settings.aggregations().stream().map(Aggregation::valueOf).toList(),
                settings.concentration().doubleValue(),
                settings.draws(),
                settings.seed()));
    for (int i = 0; i < regions.size(); i++) {
      region(regions.get(i), i, regions.size(), found, out);
    }
  }

  private void region(Means of, int i, int ranked, RankSensitivity found, TableRow out)
      throws IOException {
    out.text("region_level", of.region().level());
    out.text("region_code", of.region().code());
    out.whole("n", of.n());
    out.whole("rank", found.baseRank()[i]);
    out.whole("rank_lo", found.lower()[i]);
    out.whole("rank_median", found.median()[i]);
    out.whole("rank_hi", found.upper()[i]);
    out.whole("n_ranked", ranked);
    out.number("mean_shift", OptionalDouble.of(found.meanShift()));
    if (found.sobol().status().isOk()) {
      sobol(found.sobol(), out);
    } else {
      out.text("reason", "NO_VARIATION");
    }
    out.text("variants", String.join(";", found.executed()));
    out.whole("draws", settings.draws());
    out.whole("seed", settings.seed());
    out.text("obs_status", "OK");
    out.text("model_id", model.modelId());
    out.text("model_version", model.version());
    out.end();
  }

  private static void sobol(Sobol shares, TableRow out) {
    String[] inputs = {"weights", "normalisation", "aggregation"};
    for (int input = 0; input < inputs.length; input++) {
      out.number(inputs[input] + "_first", OptionalDouble.of(shares.first()[input]));
      out.number(inputs[input] + "_total", OptionalDouble.of(shares.total()[input]));
    }
  }
}
