package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenstar.landing.profile.Evidence;
import org.evenstar.landing.profile.Proposal;
import org.evenstar.landing.profile.SourceProfiler;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar profile FILE… --body X}. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description =
        "Looks at a body's files and proposes the source configuration that reads them, with the"
            + " evidence for each part. 查看一家机构的文件，提出读取配置草稿并逐项说明依据。")
@SuppressWarnings("NullAway.Init")
final class ProfileVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of one shape")
  private List<Path> files;

  @Option(
      names = "--body",
      required = true,
      paramLabel = "ID",
      description = "Whose files they are")
  private String body;

  @Option(
      names = "--run",
      paramLabel = "FOLDER",
      description = "Run folder with the model and bodies (default: the one that holds the files)")
  private @Nullable Path run;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "Id of the source (default: the body's, in lower case)")
  private @Nullable String sourceId;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the configuration here (default: the screen)")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    String id = sourceId == null ? body.toLowerCase(Locale.ROOT) : sourceId;
    Proposal proposal =
        new SourceProfiler(runFolder(), body, LocalDate.now(ZoneOffset.UTC)).propose(files, id);
    String json = Json.MAPPER.writeValueAsString(proposal.source()) + "\n";
    PrintWriter said = spec.commandLine().getErr();
    proposal.evidence().forEach(evidence -> said.println(line(evidence)));
    said.flush();
    if (out == null) {
      spec.commandLine().getOut().print(json);
      spec.commandLine().getOut().flush();
    } else if (Files.exists(out)) {
      throw new IllegalArgumentException(
          "Cannot write '" + out + "': it exists; give another file or remove it first");
    } else {
      Files.writeString(out, json, StandardCharsets.UTF_8);
    }
    return ExitCode.DONE;
  }

  private static String line(Evidence evidence) {
    return "%-6s %s%s: %s"
        .formatted(
            evidence.confidence(),
            evidence.part(),
            evidence.header().isEmpty() ? "" : " '" + evidence.header() + "'",
            evidence.reason());
  }

  /** The folder given, or the one above the first file that holds {@code run.json}. */
  private Path runFolder() {
    if (run != null) {
      return run;
    }
    Path folder = files.get(0).toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.isRegularFile(folder.resolve("run.json"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalArgumentException(
          "Cannot profile '"
              + files.get(0)
              + "': no folder above it holds run.json; name the run folder with --run");
    }
    return folder;
  }
}
