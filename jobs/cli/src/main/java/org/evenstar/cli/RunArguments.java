package org.evenstar.cli;

import java.nio.file.Path;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.schemas.config.RunConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code run} and {@code plan} are told alike. */
@SuppressWarnings("NullAway.Init")
final class RunArguments {
  @Mixin private Inputs inputs;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Output folder")
  private Path out;

  @Option(
      names = "--engine",
      defaultValue = "duckdb",
      paramLabel = "ENGINE",
      description = "duckdb (default), spark, spark://HOST:PORT")
  private String engine;

  @Option(
      names = "--memory",
      defaultValue = "4096",
      paramLabel = "MB",
      description = "Memory the engine may hold before it spills (default: ${DEFAULT-VALUE})")
  private long memory;

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
    return inputs.config();
  }

  /** Whether to speak Chinese. */
  boolean isChinese() {
    return inputs.language().isChinese();
  }

  /** The language: zh or en. */
  String language() {
    return inputs.language().code();
  }

  RunOptions options(RunConfig config) {
    return new RunOptions(
        out, engine, inputs.threads(), memory, inputs.day(config), Version.text());
  }
}
