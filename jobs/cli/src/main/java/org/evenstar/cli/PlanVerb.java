package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.pipeline.RunPlan;
import org.evenstar.schemas.config.RunConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code evenstar plan FOLDER --out DIR}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Tells what a run would do, and writes nothing. 预告一次运行将做什么，不写任何文件。")
@SuppressWarnings("NullAway.Init")
final class PlanVerb implements Callable<Integer> {
  private static final int FILES_SHOWN = 20;

  @Spec private CommandSpec spec;
  @Mixin private RunArguments arguments;

  @Override
  public Integer call() throws IOException {
    boolean zh = arguments.isChinese();
    RunConfig config = arguments.config();
    RunOptions options = arguments.options(config);
    RunPlan plan = RunPlan.of(config, options);
    PrintWriter out = spec.commandLine().getOut();
    List<String> toRead = plan.landing().toRead();
    out.printf(
        Locale.ROOT,
        zh
            ? "将读取 %,d 个文件（%,d 字节），%,d 个文件无变化%n"
            : "to read: %,d files (%,d bytes); unchanged: %,d files%n",
        toRead.size(),
        plan.landing().bytesToRead(),
        plan.landing().known().size());
    toRead.stream().limit(FILES_SHOWN).forEach(file -> out.println("  " + file));
    if (toRead.size() > FILES_SHOWN) {
      out.printf(
          Locale.ROOT, zh ? "  … 另有 %,d 个%n" : "  … and %,d more%n", toRead.size() - FILES_SHOWN);
    }
    if (plan.isUnchanged()) {
      out.println(
          zh
              ? "没有变化：保留版本 " + plan.supersedes().orElseThrow()
              : "nothing has changed: release " + plan.supersedes().orElseThrow() + " stands");
    } else {
      out.println((zh ? "将重新计算：" : "to compute: ") + String.join(", ", plan.datasets()));
      out.printf(
          Locale.ROOT,
          zh ? "约需 %,d 秒、%,d MB 磁盘空间%n" : "about %,d seconds and %,d MB of disk%n",
          plan.estimatedSeconds(options.threads()),
          1 + plan.estimatedBytes() / 1_000_000);
    }
    out.flush();
    return ExitCode.DONE;
  }
}
