package org.evenstar.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenstar.pipeline.publish.ReleaseSignature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar sign RELEASE --key FILE}. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = "Signs a release, so that verify --key tells who published it. 为发布版本签名。")
@SuppressWarnings("NullAway.Init")
final class SignVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RELEASE", description = "A release folder, such as out/releases/r0001")
  private Path release;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Your Ed25519 private key, as openssl genpkey -algorithm ed25519 makes it")
  private Path key;

  @Override
  public Integer call() throws IOException {
    ReleaseFolder.require(release, "sign");
    spec.commandLine().getOut().println("signed: " + ReleaseSignature.sign(release, key));
    return ExitCode.DONE;
  }
}
