package org.evenstar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;

/** An engine for verbs that read a release and write nothing. */
final class ReleaseEngine {
  private static final long MEMORY_MEGABYTES = 1024;

  private ReleaseEngine() {}

  static Engine open() throws IOException {
    Path spill = Files.createTempDirectory("evenstar");
    spill.toFile().deleteOnExit();
    return Engines.open(
        "duckdb",
        new EngineOptions(Runtime.getRuntime().availableProcessors(), MEMORY_MEGABYTES, spill));
  }
}
