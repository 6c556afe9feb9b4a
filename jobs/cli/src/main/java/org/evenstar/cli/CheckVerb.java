package org.evenstar.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.receipt.Receipt;
import org.evenstar.landing.receipt.ReceiptBook;
import org.evenstar.pipeline.DeliveryCheck;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar check FOLDER}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Reads configuration and deliveries, tells every problem, and writes nothing."
            + " 检查配置与交付文件，列出全部问题，不写任何文件。")
@SuppressWarnings("NullAway.Init")
final class CheckVerb implements Callable<Integer> {
  private static final long ENGINE_MEGABYTES = 1024;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Run folder: run.json, config/, landing/")
  private Path folder;

  @Mixin private Language language;

  @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors)")
  private @Nullable Integer threads;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Later dates lie in the future (default: run.json, else today)")
  private @Nullable LocalDate asOf;

  @Override
  public Integer call() throws IOException {
    boolean isChinese = language.isChinese();
    RunConfig config = RunConfig.load(folder);
    LandingOptions options =
        new LandingOptions(
            threads == null ? Runtime.getRuntime().availableProcessors() : threads, day(config));
    ReceiptBook book = DeliveryCheck.of(config, options, ENGINE_MEGABYTES);
    List<String> over = overLimit(book, config.run().maxQuarantinedShare());
    new CheckReport(book, over, isChinese).print(spec.commandLine().getOut());
    boolean isStopped = book.receipts().stream().anyMatch(Receipt::isStopped);
    return isStopped || !over.isEmpty() ? ExitCode.STOPPED : ExitCode.DONE;
  }

  private LocalDate day(RunConfig config) {
    LocalDate day = asOf != null ? asOf : config.run().asOf();
    return day == null ? LocalDate.now(ZoneOffset.UTC) : day;
  }

  /** Bodies that would stop a run because too much of theirs is quarantined. */
  private static List<String> overLimit(ReceiptBook book, BigDecimal limit) {
    Map<String, long[]> counts = new TreeMap<>();
    for (Receipt receipt : book.receipts()) {
      long[] count = counts.computeIfAbsent(receipt.addressee(), b -> new long[2]);
      count[0] += receipt.read();
      count[1] += receipt.quarantined();
    }
    return counts.entrySet().stream()
        .filter(
            body ->
                BigDecimal.valueOf(body.getValue()[1])
                        .compareTo(limit.multiply(BigDecimal.valueOf(body.getValue()[0])))
                    > 0)
        .map(body -> body.getKey() + " (" + body.getValue()[1] + "/" + body.getValue()[0] + ")")
        .toList();
  }
}
