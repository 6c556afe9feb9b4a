package org.evenstar.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.receipt.Receipt;
import org.evenstar.landing.receipt.ReceiptBook;
import org.evenstar.pipeline.DeliveryCheck;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Mixin private Inputs inputs;

  @Override
  public Integer call() throws IOException {
    boolean isChinese = inputs.language().isChinese();
    RunConfig config = inputs.config();
    LandingOptions options = new LandingOptions(inputs.threads(), inputs.day(config));
    ReceiptBook book = DeliveryCheck.of(config, options, ENGINE_MEGABYTES);
    List<String> over = overLimit(book, config.run());
    new CheckReport(book, over, isChinese).print(spec.commandLine().getOut());
    boolean isStopped = book.receipts().stream().anyMatch(Receipt::isStopped);
    return isStopped || !over.isEmpty() ? ExitCode.STOPPED : ExitCode.DONE;
  }

  /** Bodies that would stop a run because too much of theirs is quarantined. */
  private static List<String> overLimit(ReceiptBook book, RunSettings settings) {
    Map<String, long[]> counts = new TreeMap<>();
    for (Receipt receipt : book.receipts()) {
      long[] count = counts.computeIfAbsent(receipt.addressee(), b -> new long[2]);
      count[0] += receipt.read();
      count[1] += receipt.quarantined();
    }
    return counts.entrySet().stream()
        .filter(body -> settings.isTooMuch(body.getValue()[1], body.getValue()[0]))
        .map(body -> body.getKey() + " (" + body.getValue()[1] + "/" + body.getValue()[0] + ")")
        .toList();
  }
}
