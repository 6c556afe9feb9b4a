package org.evenstar.pipeline.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.evenstar.engine.Engine;
import org.evenstar.pipeline.disclose.CellDecisions;
import org.evenstar.pipeline.disclose.Told;
import org.evenstar.schemas.config.DisclosureSettings;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;

/** The benchmark stage: numbers the cells before its SQL, and finishes the statistics after. */
public final class Benchmarks {
  private final RunConfig config;
  private final Engine engine;
  private final Path folder;
  private final Function<String, Map<String, String>> regionsOf;
  private final CellKeys keys;
  private final CellDecisions decisions;
  private @Nullable Told told;

  /**
   * Registers the cells' numbers for the stage's SQL; needs {@code dossier}.
   *
   * @param folder where tables made in Java are kept
   * @param regionsOf the regions a region belongs to, by level
   * @param earlier the releases that readers already hold, oldest first
   */
  public Benchmarks(
      RunConfig config,
      Engine engine,
      Path folder,
      Function<String, Map<String, String>> regionsOf,
      List<Path> earlier) {
    this.config = config;
    this.engine = engine;
    this.folder = folder;
    this.regionsOf = regionsOf;
    this.keys = new CellKeys(engine, folder, config.benchmark(), config.model());
    keys.register();
    this.decisions = new CellDecisions(engine, folder, config, keys, earlier);
    decisions.register();
    if (config.run().hasInstitutionFiles()) {
      new PeerRules(engine, folder, config, keys).register();
    }
  }

  /** Decides which cells are told; needs {@code leaf_missing}, the last of what it is told by. */
  public void decide() {
    told = decisions.decide();
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
    RegionsTold regions = new RegionsTold(keys, Objects.requireNonNull(told, "decide() first"));
    new RegionStage(engine, folder, config.model(), config.benchmark(), keys, regions).run();
    new TrendStage(engine, folder, config.model()).run();
    new SensitivityStage(engine, folder, config.model(), config.benchmark(), keys, regions).run();
    new CoherenceStage(engine, folder, config.model(), limits().minN()).run();
  }

  private DisclosureSettings.Tier limits() {
    return config.disclosure().tier("policy");
  }
}
