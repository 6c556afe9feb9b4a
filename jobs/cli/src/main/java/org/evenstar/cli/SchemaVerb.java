package org.evenstar.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenstar.landing.contract.DeliverySchema;
import org.evenstar.landing.contract.DeliveryTemplate;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar schema delivery [--source ID FOLDER] [--xlsx FILE]}. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description =
        "Prints what a body delivers: a JSON Schema, or a workbook with drop-down lists."
            + " 打印交付约定：JSON Schema，或带下拉列表的工作簿。")
@SuppressWarnings("NullAway.Init")
final class SchemaVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "delivery", description = "What to print: delivery")
  private String what;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Run folder whose source is meant")
  private @Nullable Path folder;

  @Option(names = "--source", paramLabel = "ID", description = "Source of the run folder")
  private @Nullable String sourceId;

  @Option(names = "--xlsx", paramLabel = "FILE", description = "Write a workbook to fill in")
  private @Nullable Path xlsx;

  @Override
  public Integer call() throws IOException {
    if (!what.equals("delivery")) {
      throw new IllegalArgumentException(
          "Cannot print schema '" + what + "': known is delivery; write schema delivery");
    }
    if ((folder == null) != (sourceId == null) || (xlsx != null && folder == null)) {
      throw new IllegalArgumentException(
          "Cannot tell which source is meant: give both --source ID and the run folder");
    }
    if (folder == null || sourceId == null) {
      return print(Json.MAPPER.writeValueAsString(DeliverySchema.general()));
    }
    RunConfig config = RunConfig.load(folder);
    Source source =
        config
            .source(sourceId)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot find source '"
                            + sourceId
                            + "': known are "
                            + config.sources().stream().map(Source::sourceId).toList()
                            + "; choose one"));
    if (xlsx != null) {
      DeliveryTemplate.write(config, source, xlsx);
      return print(xlsx.toString());
    }
    return print(Json.MAPPER.writeValueAsString(DeliverySchema.of(config, source)));
  }

  private int print(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
