package org.evenstar.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenstar.sample.SampleGenerator;
import org.evenstar.sample.SampleOptions;
import org.evenstar.sample.SampleSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evenstar sample --out DIR}. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Makes up a run folder of six bodies with a planted truth. 生成六家机构的合成样例及其真值。")
@SuppressWarnings("NullAway.Init")
final class SampleVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Run folder to write; must be empty or new")
  private Path out;

  @Option(
      names = "--institutions",
      defaultValue = "2000",
      paramLabel = "N",
      description = "Institutions, 50 to 10000000 (default: ${DEFAULT-VALUE})")
  private long institutions;

  @Option(
      names = "--months",
      defaultValue = "12",
      paramLabel = "M",
      description = "Months from 2024-01, 1 to 120 (default: ${DEFAULT-VALUE})")
  private int months;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--faults",
      defaultValue = "all",
      paramLabel = "none|all",
      description = "Whether bodies score differently (default: ${DEFAULT-VALUE})")
  private SampleOptions.Planting faults;

  @Option(
      names = "--messes",
      defaultValue = "all",
      paramLabel = "none|all",
      description = "Whether deliveries are messy (default: ${DEFAULT-VALUE})")
  private SampleOptions.Planting messes;

  @Override
  public Integer call() throws IOException {
    SampleOptions options = new SampleOptions(institutions, months, seed, faults, messes);
    SampleSummary summary = SampleGenerator.generate(options, out);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "sample: %s%n%,d rows of six bodies; %,d planted problems; the truth is in %s%n",
            summary.folder(),
            summary.rows(),
            summary.problems(),
            summary.folder().resolve("truth.json"));
    return ExitCode.DONE;
  }
}
