package org.evenstar.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Row;
import org.evenstar.reports.release.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar explain SIGNAL_ID RELEASE}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Shows a signal with its numbers and its dossiers, down to file and row. 解释一个信号。")
@SuppressWarnings("NullAway.Init")
final class ExplainVerb implements Callable<Integer> {
  private static final int MOST_SUGGESTED = 8;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SIGNAL_ID", description = "As in association/signal.csv")
  private String signalId;

  @Parameters(
      index = "1",
      paramLabel = "RELEASE",
      description = "A release folder, such as out/releases/r0001")
  private Path folder;

  @Option(
      names = "--most",
      defaultValue = "20",
      paramLabel = "N",
      description = "Dossiers shown (default: ${DEFAULT-VALUE})")
  private int most;

  @Mixin private Language language;

  @Override
  public Integer call() {
    Release release = Release.open(folder, EnumSet.allOf(Tier.class));
    List<Row> found = release.rows("signal", row -> row.is("signal_id", signalId));
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot explain signal '"
              + signalId
              + "': release '"
              + folder
              + "' has none of this id; "
              + suggestion(release));
    }
    PrintWriter out = spec.commandLine().getOut();
    new SignalText(release, language.isChinese(), most).lines(found.get(0)).forEach(out::println);
    out.flush();
    return ExitCode.DONE;
  }

  /** Signals of the same check, else what to look at. */
  private String suggestion(Release release) {
    int colon = signalId.indexOf(':');
    String check = colon < 0 ? signalId : signalId.substring(0, colon);
    List<String> near =
        release.rows("signal", row -> row.is("check_id", check)).stream()
            .map(row -> row.text("signal_id"))
            .limit(MOST_SUGGESTED)
            .toList();
    return near.isEmpty()
        ? "see association/signal.csv"
        : "of this check there are " + String.join(", ", near);
  }
}
