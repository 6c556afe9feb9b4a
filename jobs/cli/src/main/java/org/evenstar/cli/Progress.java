package org.evenstar.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.evenstar.pipeline.RunListener;
import org.jspecify.annotations.Nullable;

/** A bar a stage on a terminal, a plain line a stage elsewhere; on the error stream. */
final class Progress implements RunListener, AutoCloseable {
  private static final Map<String, String> CHINESE =
      Map.of(
          "1-land", "接收",
          "2-normalise", "归一",
          "3-benchmark", "基准",
          "3-standing", "位置",
          "4-calibrate", "校准",
          "5-disclose", "披露",
          "6-publish", "发布",
          "7-report", "报告");

  private final PrintStream err;
  private final boolean isTerminal;
  private final boolean isChinese;
  private @Nullable ProgressBar bar;

  private Progress(PrintStream err, boolean isTerminal, boolean isChinese) {
    this.err = err;
    this.isTerminal = isTerminal;
    this.isChinese = isChinese;
  }

  static Progress open(String language) {
    boolean isTerminal =
        Boolean.getBoolean("evenstar.terminal")
            && System.getenv("NO_COLOR") == null
            && !"dumb".equals(System.getenv("TERM"));
    return new Progress(System.err, isTerminal, language.equals("zh"));
  }

  private String name(String stage) {
    return isChinese ? CHINESE.getOrDefault(stage, stage) : stage.substring(2);
  }

  @Override
  public void stageStarted(String stage, int steps) {
    if (isTerminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(name(stage))
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setUpdateIntervalMillis(100)
              .build();
    }
  }

  @Override
  public void stepDone(String stage, String dataset, Duration took) {
    if (bar != null) {
      bar.step().setExtraMessage(dataset);
    }
  }

  @Override
  public void stageDone(String stage, Duration took) {
    if (bar != null) {
      close();
    } else {
      err.printf(Locale.ROOT, "%s %.1f s%n", name(stage), took.toMillis() / 1000.0);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
