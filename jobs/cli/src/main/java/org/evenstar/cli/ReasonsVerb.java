package org.evenstar.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.evenstar.landing.Reasons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code evenstar reasons}. */
@Command(
    name = "reasons",
    mixinStandardHelpOptions = true,
    description = "Lists every reason: code, severity, title, what to do. 列出全部原因代码及处理办法。")
@SuppressWarnings("NullAway.Init")
final class ReasonsVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Language language;

  @Override
  public Integer call() {
    String code = language.code();
    PrintWriter out = spec.commandLine().getOut();
    for (Reasons.Reason reason : Reasons.all()) {
      out.printf(
          "%s\t%s\t%s\t%s%n",
          reason.code(), reason.severity(), reason.title().in(code), reason.remedy().in(code));
    }
    out.flush();
    return ExitCode.DONE;
  }
}
