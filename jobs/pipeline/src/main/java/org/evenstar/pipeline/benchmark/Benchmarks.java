package org.evenstar.pipeline.benchmark;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.evenstar.engine.Engine;
import org.evenstar.parquet.ColumnType;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.DisclosureSettings;
import org.evenstar.schemas.config.RunConfig;

/** The benchmark stage: numbers the cells before its SQL, and finishes the statistics after. */
public final class Benchmarks {
  private final RunConfig config;
  private final Engine engine;
  private final Path folder;
  private final Function<String, Map<String, String>> regionsOf;
  private final CellKeys keys;

  /**
   * Registers the cells' numbers for the stage's SQL; needs {@code dossier}.
   *
   * @param folder where tables made in Java are kept
   * @param regionsOf the regions a region belongs to, by level
   */
  public Benchmarks(
      RunConfig config,
      Engine engine,
      Path folder,
      Function<String, Map<String, String>> regionsOf) {
    this.config = config;
    this.engine = engine;
    this.folder = folder;
    this.regionsOf = regionsOf;
    this.keys = new CellKeys(engine, folder, config.benchmark(), config.model());
    keys.register();
    new TableFile("benchmark_limit")
        .column("least_n", ColumnType.BIGINT)
        .row(limits().minN())
        .register(engine, folder);
    if (config.run().hasInstitutionFiles()) {
      new PeerRules(engine, folder, config, keys).register();
    }
  }

  /** Makes the datasets that the stage's SQL ends in. */
  public void run() {
    Population population =
        new Population(config.folder().resolve("config/population.csv"), regionsOf);
    new BenchmarkStage(
            engine,
            folder,
            config.model(),
            limits(),
            keys,
            population,
            config.benchmark().minCoverageShare())
        .run();
    new RegionStage(engine, folder, config.model(), config.benchmark(), keys, limits().minN())
        .run();
    new TrendStage(engine, folder, config.model()).run();
    new SensitivityStage(engine, folder, config.model(), config.benchmark(), keys, limits().minN())
        .run();
    new CoherenceStage(engine, folder, config.model(), limits().minN()).run();
  }

  private DisclosureSettings.Tier limits() {
    return config.disclosure().tier("policy");
  }
}
