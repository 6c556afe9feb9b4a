package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.pipeline.publish.change.Rebuild;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar rebuild RELEASE FOLDER}. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a release again from its deliveries and compares every byte; writes nothing beside"
          + " it.",
      "由交付文件重新生成一个发布版本并逐字节比较，不改动原版本。"
    })
@SuppressWarnings("NullAway.Init")
final class RebuildVerb implements Callable<Integer> {
  private static final long MEMORY_MEGABYTES = 4096;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RELEASE", description = "A release folder")
  private Path release;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "The run folder it was made from")
  private Path folder;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: all processors); they change no byte")
  private @Nullable Integer threads;

  @Mixin private Language language;

  @Override
  public Integer call() throws IOException {
    Manifest manifest = ReleaseStore.manifest(release);
    Path work = Files.createTempDirectory("evenstar-rebuild");
    RunOptions options =
        new RunOptions(
            work,
            manifest.engine().split(" ", 2)[0],
            threads == null ? Runtime.getRuntime().availableProcessors() : threads,
            MEMORY_MEGABYTES,
            LocalDate.parse(manifest.asOf()),
            Version.text());
    List<String> differences = Rebuild.differences(release, RunConfig.load(folder), options);
    if (differences.isEmpty()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          language.isChinese()
              ? "重新生成的 " + release + " 逐字节相同。"
              : "Release " + release + " made again is the same, byte by byte.");
      out.flush();
      return ExitCode.DONE;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "Cannot make release '"
            + release
            + "' again: "
            + differences.size()
            + " differences; take the deliveries, configuration and version it was made from");
    differences.forEach(difference -> err.println("  " + difference));
    err.flush();
    return ExitCode.UNEXPECTED;
  }
}
