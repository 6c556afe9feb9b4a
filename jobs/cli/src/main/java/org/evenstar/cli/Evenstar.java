package org.evenstar.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "evenstar",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Shows whether stars given by different assessors mean the same, and where capability"
          + " stands.",
      "星衡：不同评估机构给出的星级含义是否一致，服务能力处于何种水平。"
    },
    subcommands = {
      RunVerb.class,
      PlanVerb.class,
      CheckVerb.class,
      ReasonsVerb.class,
      SampleVerb.class,
      VerifyVerb.class,
      SignVerb.class,
      AttackVerb.class,
      ReleasesVerb.class,
      DiffVerb.class,
      TraceVerb.class,
      RebuildVerb.class,
      ExportVerb.class,
      ReportVerb.class,
      ExplainVerb.class,
      ProfileVerb.class,
      SchemaVerb.class,
      SeverityVerb.class,
      AgreementVerb.class,
      BenchVerb.class,
      ImpactVerb.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:unexpected",
      "2:usage or configuration",
      "3:the run stopped: too much was quarantined, or a check says stop"
    })
public final class Evenstar {

  private Evenstar() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line with its one place for error messages. */
  public static CommandLine commandLine() {
    return new CommandLine(new Evenstar())
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures());
  }
}
