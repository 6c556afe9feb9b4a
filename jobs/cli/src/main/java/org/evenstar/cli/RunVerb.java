package org.evenstar.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.pipeline.RunResult;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar run FOLDER --out DIR}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Turns a folder of deliveries into a release. 将交付文件处理为一个发布版本。")
@SuppressWarnings("NullAway.Init")
final class RunVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

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

  @Option(
      names = "--lang",
      defaultValue = "zh",
      paramLabel = "zh|en",
      description = "Language of what is said")
  private String language;

  @Override
  public Integer call() throws Exception {
    if (!language.equals("zh") && !language.equals("en")) {
      throw new IllegalArgumentException(
          "Cannot speak language '" + language + "': known are zh and en; choose one");
    }
    RunConfig config = RunConfig.load(folder);
    LocalDate day = asOf != null ? asOf : config.run().asOf();
    RunOptions options =
        new RunOptions(
            out,
            engine,
            threads == null ? Runtime.getRuntime().availableProcessors() : threads,
            memory,
            day == null ? LocalDate.now(ZoneOffset.UTC) : day,
            Version.text());
    PrintWriter writer = spec.commandLine().getOut();
    RunResult result;
    try (Progress progress = Progress.open(language)) {
      result = new Pipeline(config, options, progress).run();
    }
    summary(result, writer);
    return ExitCode.DONE;
  }

  private void summary(RunResult result, PrintWriter writer) {
    boolean zh = language.equals("zh");
    writer.printf(
        Locale.ROOT,
        zh
            ? "读取 %,d 行 = 接受 %,d + 修复 %,d + 隔离 %,d%n"
            : "read %,d rows = accepted %,d + repaired %,d + quarantined %,d%n",
        result.read(),
        result.accepted(),
        result.repaired(),
        result.quarantined());
    for (RunResult.Attention attention : result.attention()) {
      writer.println((zh ? "请关注：" : "look at: ") + (zh ? attention.zh() : attention.en()));
    }
    if (!result.isNew()) {
      writer.println(zh ? "自上次发布以来没有变化。" : "Nothing has changed since the last release.");
    }
    writer.println((zh ? "发布版本：" : "release: ") + result.release());
    writer.flush();
  }
}
