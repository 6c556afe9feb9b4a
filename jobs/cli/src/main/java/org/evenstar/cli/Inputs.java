package org.evenstar.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every verb that reads a run folder is told: the folder, threads, the day, the language. */
@SuppressWarnings("NullAway.Init")
final class Inputs {
  @Parameters(paramLabel = "FOLDER", description = "Run folder: run.json, config/, landing/")
  private Path folder;

  @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors)")
  private @Nullable Integer threads;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The day to look from; later dates lie in the future (default: run.json, else today)")
  private @Nullable LocalDate asOf;

  @Mixin private Language language;

  /** The configuration of the run folder. */
  RunConfig config() {
    return RunConfig.load(folder);
  }

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  LocalDate day(RunConfig config) {
    LocalDate day = asOf != null ? asOf : config.run().asOf();
    return day == null ? LocalDate.now(ZoneOffset.UTC) : day;
  }

  Language language() {
    return language;
  }
}
