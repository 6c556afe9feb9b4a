package org.evenstar.cli.bench;

import java.util.Locale;

/** The figures as a table: for people, and for docs/benchmarks.md. */
public final class BenchTable {
  private BenchTable() {}

  /** The table in Markdown, which reads well on a screen, too. */
  public static String text(BenchResult result, boolean zh) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            zh
                ? "%,d 个评分（Parquet %,d MB），%,d 个基准单元格，%d 线程，引擎内存上限 %,d MB%n%n"
                : "%,d scores (%,d MB of Parquet), %,d benchmark cells, %d threads, engines held to"
                    + " %,d MB%n%n",
            result.scores(),
            result.bytes() / 1_000_000,
            result.cells(),
            result.threads(),
            result.memoryMegabytes()));
    text.append(
        zh
            ? "| 对象 | 引擎 | 秒 | 峰值内存 MB | 倍数 | 相对于 |\n|---|---|---|---|---|---|\n"
            : "| subject | engine | seconds | peak MB | ratio | to |\n|---|---|---|---|---|---|\n");
    for (BenchResult.Figure figure : result.subjects()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %,d | %.2f | %s |%n",
              figure.subject(),
              figure.engine(),
              figure.medianSeconds(),
              figure.peakBytes() / 1_000_000,
              figure.medianRatio(),
              figure.subject().equals("evenstar") ? "bare" : "evenstar"));
    }
    return text.toString();
  }
}
