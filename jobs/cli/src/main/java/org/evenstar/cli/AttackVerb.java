package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenstar.pipeline.disclose.ReleaseAttack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar attack RELEASE [--with EARLIER]…}. */
@Command(
    name = "attack",
    mixinStandardHelpOptions = true,
    description =
        "Tries to learn what a release withholds, from its public and policy files and from earlier"
            + " releases. 尝试从公开与政策层文件及此前版本推算未公布的数值。")
@SuppressWarnings("NullAway.Init")
final class AttackVerb implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RELEASE", description = "A release folder, such as out/releases/r0002")
  private Path release;

  @Option(
      names = "--with",
      paramLabel = "EARLIER",
      description = "A release that readers hold besides, oldest first; may be repeated")
  private List<Path> earlier = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    List<Path> all = new ArrayList<>(earlier);
    all.add(release);
    for (Path folder : all) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException(
            "Cannot attack release '"
                + folder
                + "': no such folder; give a folder under releases/");
      }
    }
    ReleaseAttack.Result result = new ReleaseAttack(release, earlier).run();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d cells are told; %,d figures that are not were attacked, %,d learnt.%n",
        result.told(),
        result.cells(),
        result.learnt().size());
    if (result.unbounded() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d of them were not bounded: too many hang together; sums and differences were tried.%n",
          result.unbounded());
    }
    if (result.passes()) {
      return ExitCode.DONE;
    }
    PrintWriter complaint = spec.commandLine().getErr();
    complaint.println(
        "Cannot stand behind release '"
            + release
            + "': withheld figures can be learnt; withdraw it, and publish fewer cuts or periods");
    result.learnt().stream().limit(SHOWN).forEach(line -> complaint.println("  " + line));
    if (result.learnt().size() > SHOWN) {
      complaint.println("  … and " + (result.learnt().size() - SHOWN) + " more");
    }
    return ExitCode.UNEXPECTED;
  }
}
