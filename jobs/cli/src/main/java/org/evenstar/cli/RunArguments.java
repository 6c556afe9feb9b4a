package org.evenstar.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code run} and {@code plan} are told alike. */
@SuppressWarnings("NullAway.Init")
final class RunArguments {
  @Parameters(paramLabel = "FOLDER", description = "Run folder: run.json, config/, landing/")
  private Path folder;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Output folder")
  private Path out;

  @Option(
      names = "--engine",
      defaultValue = "duckdb",
      paramLabel = "ENGINE",
      description = "duckdb (default), spark, spark://HOST:PORT")
  private String engine;

  @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors)")
  private @Nullable Integer threads;

  @Option(
      names = "--memory",
      defaultValue = "4096",
      paramLabel = "MB",
      description = "Memory the engine may hold before it spills (default: ${DEFAULT-VALUE})")
  private long memory;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day the run looks from (default: run.json, else today)")
  private @Nullable LocalDate asOf;

  @Mixin private Language language;

  /** The output folder. */
  Path out() {
    return out;
  }

  /** The engine's address. */
  String engine() {
    return engine;
  }

  /** The configuration of the run folder. */
  RunConfig config() {
    return RunConfig.load(folder);
  }

  /** Whether to speak Chinese. */
  boolean isChinese() {
    return language.isChinese();
  }

  /** The language: zh or en. */
  String language() {
    return language.code();
  }

  RunOptions options(RunConfig config) {
    LocalDate day = asOf != null ? asOf : config.run().asOf();
    return new RunOptions(
        out,
        engine,
        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
        memory,
        day == null ? LocalDate.now(ZoneOffset.UTC) : day,
        Version.text());
  }
}
