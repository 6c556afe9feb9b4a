package org.evenstar.pipeline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.BenchmarkSettings;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.benchmark.Moments;
import org.evenstar.stats.benchmark.RegionGap;

/**
 * Estimates of regions and of the gaps between them: {@code region_estimate} and {@code
 * region_gap}, one measure at a time from sums by region and case mix.
 */
final class RegionStage {
  /** Gaps are told for levels of at most so many regions, as pairs grow with their square. */
  private static final int MOST_REGIONS_PAIRED = 60;

  private final Engine engine;
  private final Path folder;
  private final Model model;
  private final BenchmarkSettings settings;
  private final CellKeys keys;
  private final RegionsTold told;

  /**
   * @param folder where the tables are kept
   * @param told which regions may be shown
   */
  RegionStage(
      Engine engine,
      Path folder,
      Model model,
      BenchmarkSettings settings,
      CellKeys keys,
      RegionsTold told) {
    this.engine = engine;
    this.folder = folder;
    this.model = model;
    this.settings = settings;
    this.keys = keys;
    this.told = told;
  }

  /** Makes the tables {@code region_estimate} and {@code region_gap}. */
  void run() {
    DatasetTable.make(
        engine,
        folder,
        "region_estimate",
        estimates ->
            DatasetTable.make(engine, folder, "region_gap", gaps -> measures(estimates, gaps)));
  }

  private void measures(TableRow estimates, TableRow gaps) throws IOException {
    try (Rows rows =
        engine.query(
            "select measure_no, region_part, stratum_part, n, sum_micro, sum_square"
                + " from stratum_moment order by measure_no, region_part, stratum_part")) {
      long measure = -1;
      Map<Long, Map<Long, Moments>> regions = new TreeMap<>();
      while (rows.next()) {
        if (rows.longAt(0) != measure) {
          measure(measure, regions, estimates, gaps);
          regions.clear();
          measure = rows.longAt(0);
        }
        regions
            .computeIfAbsent(rows.longAt(1), region -> new TreeMap<>())
            .put(rows.longAt(2), BenchmarkStage.moments(rows, 3));
      }
      measure(measure, regions, estimates, gaps);
    }
  }

  private void measure(
      long measureNo, Map<Long, Map<Long, Moments>> regions, TableRow estimates, TableRow gaps)
      throws IOException {
    Map<Long, Moments> nation = regions.get(0L);
    if (nation == null) {
      return;
    }
    Map<String, List<RegionSums>> levels = new TreeMap<>();
    regions.forEach(
        (part, strata) -> {
          RegionSums sums = new RegionSums(keys.region(part), strata);
          if (part != 0 && told.isTold(part, measureNo)) {
            levels.computeIfAbsent(sums.region().level(), l -> new ArrayList<>()).add(sums);
          }
        });
    for (List<RegionSums> shown : levels.values()) {
      estimates(measureNo, new RegionEstimates(shown, nation, settings), estimates);
      if (keys.isMain(measureNo) && shown.size() <= MOST_REGIONS_PAIRED) {
        gaps(measureNo, shown, gaps);
      }
    }
  }

  private void estimates(long measureNo, RegionEstimates estimates, TableRow out)
      throws IOException {
    for (int i = 0; i < estimates.size(); i++) {
      estimates.write(i, out);
      end(measureNo, out);
    }
  }

  private void gaps(long measureNo, List<RegionSums> shown, TableRow out) throws IOException {
    double margin = settings.gapMargin().doubleValue();
    for (int a = 0; a < shown.size(); a++) {
      for (int b = a + 1; b < shown.size(); b++) {
        RegionGap gap =
            RegionGap.of(
                shown.get(a).total(),
                shown.get(b).total(),
                BenchmarkStage.UNIT,
                margin,
                BenchmarkStage.CONFIDENCE);
        out.text("region_level", shown.get(a).region().level());
        out.text("region_a", shown.get(a).region().code());
        out.text("region_b", shown.get(b).region().code());
        out.number("gap", gap.gap().value());
        out.interval("gap", gap.gap());
        out.number("margin", OptionalDouble.of(margin));
        out.text("answer", gap.answer().name());
        end(measureNo, out);
      }
    }
  }

  private void end(long measureNo, TableRow out) throws IOException {
    keys.measure(measureNo, out);
    out.text("model_id", model.modelId());
    out.text("model_version", model.version());
    out.end();
  }
}
