package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenstar.landing.LandingOptions;
import org.evenstar.pipeline.impact.Impact;
import org.evenstar.pipeline.impact.ImpactStudy;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evenstar impact FOLDER --model NEW}. */
@Command(
    name = "impact",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what a new model would do to past dossiers before it is adopted; makes no release.",
      "在采用新模型之前，说明它将如何改变以往档案的星级与指数；不产生发布版本。"
    })
@SuppressWarnings("NullAway.Init")
final class ImpactVerb implements Callable<Integer> {
  private static final long ENGINE_MEGABYTES = 4096;

  @Spec private CommandSpec spec;

  @Mixin private Inputs inputs;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NEW",
      description = "The new model's JSON file; config/models of the folder stays as it is")
  private Path model;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes everything as JSON, too")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    String language = inputs.language().code();
    RunConfig config = inputs.config();
    Model proposed = RunConfig.loadModel(model);
    LandingOptions options = new LandingOptions(inputs.threads(), inputs.day(config));
    Impact impact = ImpactStudy.of(config, proposed, options, ENGINE_MEGABYTES);
    if (json != null) {
      Files.writeString(json, Json.MAPPER.writeValueAsString(impact) + "\n");
    }
    PrintWriter out = spec.commandLine().getOut();
    new ImpactText(impact, language).print(out);
    out.flush();
    return ExitCode.DONE;
  }
}
