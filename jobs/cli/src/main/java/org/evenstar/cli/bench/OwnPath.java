package org.evenstar.cli.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import org.evenstar.engine.Engine;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.Stages;

/** The path itself, from landed tables to every benchmark dataset. */
final class OwnPath implements Subject {
  private final boolean isNewMonth;

  /**
   * @param isNewMonth go on from what {@link FormerMonths} kept, instead of from nothing
   */
  OwnPath(boolean isNewMonth) {
    this.isNewMonth = isNewMonth;
  }

  @Override
  public void prepare(Engine engine, BenchFolder data, Path tables) {
    new Stages(data.config(), engine, tables, RunListener.SILENT).register(data.landed());
  }

  @Override
  public void compute(
      Engine engine, BenchFolder data, Path tables, ObjDoubleConsumer<String> step) {
    RunListener listener =
        new RunListener() {
          @Override
          public void stepDone(String stage, String dataset, Duration took) {
            step.accept(dataset, took.toNanos() / 1e9);
          }
        };
    FormerMonths.stages(engine, data, tables, listener, isNewMonth).benchmark(data.landed());
  }

  @Override
  public Map<String, Double> cells(Engine engine) {
    return CellSums.of(engine, "benchmark", "obs_status = 'OK'");
  }
}
