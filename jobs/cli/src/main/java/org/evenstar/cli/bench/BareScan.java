package org.evenstar.cli.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import org.evenstar.engine.Engine;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.Stages;

/** The least any path does: every score is read once and brought to dossier and domain. */
final class BareScan implements Subject {

  @Override
  public void prepare(Engine engine, BenchFolder data, Path tables) {
    new Stages(data.config(), engine, tables, RunListener.SILENT).register(data.landed());
  }

  @Override
  public void compute(
      Engine engine, BenchFolder data, Path tables, ObjDoubleConsumer<String> step) {
    engine.create(
        "bare",
        "select landed_score.row_key, model_item.domain_no, cast(count(*) as bigint) as n,"
            + " cast(sum(landed_score.score_micro) as bigint) as sum_micro from landed_score"
            + " inner join model_item on model_item.item_no = landed_score.item_no"
            + " group by landed_score.row_key, model_item.domain_no");
  }

  @Override
  public Map<String, Double> cells(Engine engine) {
    return Map.of();
  }
}
