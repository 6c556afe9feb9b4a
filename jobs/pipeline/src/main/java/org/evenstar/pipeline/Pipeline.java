package org.evenstar.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.landing.Folders;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.LandingResult;
import org.evenstar.landing.receipt.ReceiptFiles;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.schemas.config.RunConfig;

/** A run: deliveries in, a release out. */
public final class Pipeline {
  private final RunConfig config;
  private final RunOptions options;
  private final RunListener listener;

  public Pipeline(RunConfig config, RunOptions options, RunListener listener) {
    this.config = config;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Runs the whole path.
   *
   * @throws RunStopped when too much was quarantined
   * @throws IOException when a file cannot be read or written
   */
  public RunResult run() throws IOException {
    try (ReleaseStore store = ReleaseStore.open(options.out())) {
      Path work = options.out().resolve(".work");
      LandingResult landed = land(work);
      Optional<Manifest> newest = store.newest();
      Release release = new Release(config, options, landed.inputs(), newest);
      Path tables = work.resolve("tables");
      Folders.delete(tables);
      Files.createDirectories(tables);
      EngineOptions limits =
          new EngineOptions(options.threads(), options.memoryMegabytes(), work.resolve("spill"));
      try (Engine engine = Engines.open(options.engine(), limits)) {
        Outcome outcome = new Outcome(config, engine);
        if (release.isAsBefore()) {
          Path standing = release.standing();
          Outcome.register(engine, standing);
          return outcome.result(standing, false);
        }
        new Stages(
                config,
                engine,
                tables,
                listener,
                options.asOf(),
                new Before(
                    FormerSignals.of(options.out(), newest),
                    release.standingBefore(),
                    work.resolve("scored")))
            .run(Landed.of(landed));
        try (Receipts receipts =
            new Receipts(
                new ReceiptFiles(config, options.asOf(), tables),
                AcrossDeliveries.receipts(landed, engine),
                options.out().resolve("receipts"))) {
          outcome.stopIfTooMuchIsQuarantined();
          long started = System.nanoTime();
          listener.stageStarted("6-publish", release.datasets());
          Path published = release.publish(engine, store, listener, receipts);
          listener.stageDone("6-publish", Duration.ofNanos(System.nanoTime() - started));
          return outcome.result(published, true);
        }
      } finally {
        Folders.delete(tables);
        Folders.delete(work.resolve("spill"));
      }
    }
  }

  private LandingResult land(Path work) throws IOException {
    long started = System.nanoTime();
    listener.stageStarted("1-land", 0);
    LandingResult landed =
        new Landing(
                config,
                config.landingFolder(),
                work,
                new LandingOptions(options.threads(), options.asOf(), options.codeVersion()),
                path -> listener.stepDone("1-land", path, Duration.ZERO))
            .land();
    listener.stageDone("1-land", Duration.ofNanos(System.nanoTime() - started));
    return landed;
  }

  /** Footer of every Parquet file of a release. */
  static Map<String, String> footer(RunConfig config) {
    return Map.of(
        "model",
        config.model().modelId() + " " + config.model().version(),
        "inferred",
        Boolean.toString(config.model().inferred()));
  }
}
