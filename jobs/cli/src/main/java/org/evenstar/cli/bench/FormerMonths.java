package org.evenstar.cli.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjDoubleConsumer;
import org.evenstar.engine.Engine;
import org.evenstar.pipeline.Before;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.Stages;
import org.evenstar.schemas.config.RunConfig;

/** Leaves what a run of all months but the last keeps; itself no figure. */
final class FormerMonths implements Subject {

  /** The path, going on from what is kept or from nothing. */
  static Stages stages(
      Engine engine, BenchFolder data, Path tables, RunListener listener, boolean isKept) {
    RunConfig config = data.config();
    return new Stages(
        config,
        engine,
        tables,
        listener,
        Objects.requireNonNull(config.run().asOf(), "as_of"),
        isKept ? new Before(Map.of(), List.of(), data.scored()) : Before.NOTHING);
  }

  @Override
  public void prepare(Engine engine, BenchFolder data, Path tables) {}

  @Override
  public void compute(
      Engine engine, BenchFolder data, Path tables, ObjDoubleConsumer<String> step) {
    stages(engine, data, tables, RunListener.SILENT, true).keep(data.landed(BenchData.MONTHS - 1));
  }

  @Override
  public Map<String, Double> cells(Engine engine) {
    return Map.of();
  }
}
