package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenstar.pipeline.publish.ReleaseSignature;
import org.evenstar.pipeline.publish.ReleaseVerifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar verify RELEASE}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks a release: files, checksums, schemas, rows. 校验一个发布版本。")
@SuppressWarnings("NullAway.Init")
final class VerifyVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RELEASE", description = "A release folder, such as out/releases/r0001")
  private Path release;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The publisher's Ed25519 public key: the release must be signed by its owner")
  private @Nullable Path key;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(release)) {
      throw new IllegalArgumentException(
          "Cannot verify release '" + release + "': no such folder; give a folder under releases/");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<String> problems = new ArrayList<>(new ReleaseVerifier(release).verify());
    if (key != null && !ReleaseSignature.isBy(release, key)) {
      problems.add(ReleaseSignature.FILE + ": it is no signature by the owner of " + key);
    }
    if (problems.isEmpty()) {
      out.println(
          "Release "
              + release
              + (key == null
                  ? " is whole and unchanged."
                  : " is whole, unchanged and signed by the owner of " + key + "."));
      return ExitCode.DONE;
    }
    spec.commandLine()
        .getErr()
        .println(
            "Cannot trust release '"
                + release
                + "': "
                + problems.size()
                + " problems; publish it again from its inputs");
    problems.forEach(problem -> spec.commandLine().getErr().println("  " + problem));
    return ExitCode.UNEXPECTED;
  }
}
