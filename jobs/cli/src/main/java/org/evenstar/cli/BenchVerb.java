package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenstar.cli.bench.Bench;
import org.evenstar.cli.bench.BenchResult;
import org.evenstar.cli.bench.BenchTable;
import org.evenstar.landing.Folders;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evenstar bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the benchmark path on made-up scores beside a bare scan and peers, in turn.",
      "用合成数据测量基准计算的速度与内存，并与同类工具交替对比。"
    })
@SuppressWarnings("NullAway.Init")
final class BenchVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--rows",
      defaultValue = "10000000",
      paramLabel = "N",
      description = "Scores to make, in whole dossiers of 100 (default: ${DEFAULT-VALUE})")
  private long rows;

  @Option(
      names = "--engine",
      defaultValue = "duckdb",
      paramLabel = "ENGINE",
      description = "duckdb (default), spark, spark://HOST:PORT")
  private String engine;

  @Option(
      names = "--against",
      split = ",",
      paramLabel = "PEER",
      description = "duckdb-sql, spark-sql, data.table; several with commas (default: none)")
  private @Nullable List<String> against;

  @Option(
      names = "--new-month",
      description = "Measures a month that is added to 23 months computed before, too")
  private boolean withNewMonth;

  @Option(
      names = "--pairs",
      defaultValue = "3",
      paramLabel = "N",
      description = "How often everything is measured, in turn (default: ${DEFAULT-VALUE})")
  private int pairs;

  @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors)")
  private @Nullable Integer threads;

  @Option(
      names = "--memory",
      defaultValue = "8192",
      paramLabel = "MB",
      description = "Memory an engine may hold before it spills (default: ${DEFAULT-VALUE})")
  private long memory;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description =
          "Where the scores are made and kept for another time (default: a temporary folder, removed)")
  private @Nullable Path work;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON, too")
  private @Nullable Path json;

  @Mixin private Language language;

  @Override
  public Integer call() throws IOException {
    boolean zh = language.isChinese();
    PrintWriter out = spec.commandLine().getOut();
    Path folder = work == null ? Files.createTempDirectory("evenstar-bench") : work;
    try {
      BenchResult result =
          new Bench(
                  folder,
                  engine,
                  against == null ? List.of() : against,
                  withNewMonth,
                  threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                  memory,
                  Version.text())
              .run(rows, pairs);
      if (json != null) {
        Files.writeString(json, Json.MAPPER.writeValueAsString(result) + "\n");
      }
      out.println(BenchTable.text(result, zh));
      out.flush();
    } finally {
      if (work == null) {
        Folders.delete(folder);
      }
    }
    return ExitCode.DONE;
  }
}
