package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenstar.engine.Engines;
import org.evenstar.landing.Folders;
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.pipeline.RunResult;
import org.evenstar.pipeline.publish.metadata.ReleaseCatalogue;
import org.evenstar.pipeline.publish.trace.LineageEvents;
import org.evenstar.reports.ReportOptions;
import org.evenstar.reports.SiteBuilder;
import org.evenstar.reports.release.Tier;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code evenstar run FOLDER --out DIR}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Turns a folder of deliveries into a release. 将交付文件处理为一个发布版本。")
@SuppressWarnings("NullAway.Init")
final class RunVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RunArguments arguments;

  @Override
  public Integer call() throws IOException {
    String language = arguments.language();
    Engines.warmUp(arguments.engine());
    RunConfig config = arguments.config();
    SiteBuilder.warmUp();
    Path site = arguments.out().resolve("site");
    RunOptions options = arguments.options(config);
    LineageEvents lineage = new LineageEvents(options.out(), options.codeVersion());
    RunResult result;
    try (Progress progress = Progress.open(language)) {
      RunMetrics metrics = new RunMetrics(progress);
      result = new Pipeline(config, options, metrics).run();
      ReleaseCatalogue.write(options.out());
      if (result.isNew() || !isOf(site, result.release())) {
        site(config.run(), result.release(), site, metrics);
      }
      metrics.write(result, options.engine(), options.threads(), options.out());
      lineage.complete(result.release());
    } catch (IOException | RuntimeException e) {
      lineage.fail(e);
      throw e;
    }
    summary(result, site, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  /** Whether a site is that of a release: a run may have been killed between the two. */
  private boolean isOf(Path site, Path release) throws IOException {
    return Files.isDirectory(site)
        && Files.exists(marker())
        && Files.readString(marker()).strip().equals(String.valueOf(release.getFileName()));
  }

  private Path marker() {
    return arguments.out().resolve(".work/site-of");
  }

  /** Written beside and renamed, as a release is. */
  private void site(RunSettings run, Path release, Path site, RunListener progress)
      throws IOException {
    long started = System.nanoTime();
    progress.stageStarted("7-report", 0);
    Path beside = site.resolveSibling(".site.tmp");
    Folders.delete(beside);
    Tier last = run.hasInstitutionPages() ? Tier.INSTITUTION : Tier.ASSOCIATION;
    SiteBuilder.build(
        release, beside, new ReportOptions(arguments.language(), EnumSet.range(Tier.PUBLIC, last)));
    Files.deleteIfExists(marker());
    Folders.replace(beside, site);
    Files.writeString(marker(), release.getFileName() + "\n");
    progress.stageDone("7-report", Duration.ofNanos(System.nanoTime() - started));
  }

  private void summary(RunResult result, Path site, PrintWriter writer) {
    boolean zh = arguments.isChinese();
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
    writer.println((zh ? "请打开：" : "open: ") + site.resolve("index.html"));
    writer.flush();
  }
}
