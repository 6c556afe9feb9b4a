package org.evenstar.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.landing.Folders;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.LandingResult;
import org.evenstar.landing.receipt.ReceiptBook;
import org.evenstar.schemas.config.RunConfig;

/** Lands deliveries as a run would, in a folder of its own that is gone afterwards. */
public final class DeliveryCheck {
  private static final Set<String> NEEDED = Set.of("dossier_revision", "problem_across");

  private DeliveryCheck() {}

  /**
   * The receipts that a run would write.
   *
   * @param memoryMegabytes memory the engine may hold
   */
  public static ReceiptBook of(RunConfig config, LandingOptions options, long memoryMegabytes)
      throws IOException {
    Path work = Files.createTempDirectory("evenstar-check-");
    try {
      LandingResult landed =
          new Landing(config, config.landingFolder(), work, options, path -> {}).land();
      EngineOptions limits =
          new EngineOptions(options.threads(), memoryMegabytes, work.resolve("spill"));
      try (Engine engine = Engines.open("duckdb", limits)) {
        Landed.of(landed).register(engine);
        for (SqlPath.Step step : SqlPath.steps("2-normalise")) {
          if (NEEDED.contains(step.dataset())) {
            engine.create(step.dataset(), step.query());
          }
        }
        return AcrossDeliveries.receipts(landed, engine);
      }
    } finally {
      Folders.delete(work);
    }
  }
}
