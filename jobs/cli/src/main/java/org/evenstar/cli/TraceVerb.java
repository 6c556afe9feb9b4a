package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.evenstar.engine.Engine;
import org.evenstar.pipeline.publish.trace.Trace;
import org.evenstar.schemas.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar trace RELEASE DATASET COLUMN=VALUE…}. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = {
      "Goes from a published number to its SQL, dossiers, files and rows (association only).",
      "由一个已发布的数字追溯到 SQL、档案、文件与行（仅限协会层级）。"
    })
@SuppressWarnings("NullAway.Init")
final class TraceVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RELEASE", description = "A release folder")
  private Path release;

  @Parameters(index = "1", paramLabel = "DATASET", description = "Such as benchmark or signal")
  private String dataset;

  @Parameters(
      index = "2..*",
      paramLabel = "COLUMN=VALUE",
      description = "What tells the row apart, such as region_level=nation sector_id='*'")
  private List<String> key = List.of();

  @Option(names = "--json", description = "Says it as JSON, with every dossier")
  private boolean asJson;

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "N",
      description = "Dossiers shown (default: ${DEFAULT-VALUE})")
  private int limit;

  @Mixin private Language language;

  @Override
  public Integer call() throws IOException {
    Trace.Traced traced;
    try (Engine engine = ReleaseEngine.open()) {
      traced = new Trace(engine, release).of(dataset, wanted());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(Json.MAPPER.writeValueAsString(traced));
    } else {
      table(traced, language.isChinese(), out);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String part : key) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "Cannot read key '" + part + "': expected COLUMN=VALUE, such as body_id=B1");
      }
      wanted.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return wanted;
  }

  private void table(Trace.Traced traced, boolean zh, PrintWriter out) {
    traced
        .row()
        .forEach(
            (column, value) -> {
              if (value != null) {
                out.printf("%-24s %s%n", column, value);
              }
            });
    out.println((zh ? "SQL：" : "SQL: ") + String.join(", ", traced.sql()));
    if (!traced.isComplete()) {
      out.println(zh ? "该数据集的键不指明档案。" : "The key of this dataset names no property of dossiers.");
      return;
    }
    out.printf(Locale.ROOT, zh ? "档案 %,d 份：%n" : "dossiers: %,d%n", traced.dossiers().size());
    for (Trace.Source source : traced.dossiers().stream().limit(limit).toList()) {
      out.printf(
          "  %s %s  %s %s %s%n",
          source.bodyId(),
          source.dossierNo(),
          Objects.toString(source.file(), ""),
          Objects.toString(source.sheet(), ""),
          Objects.toString(source.rowNumber(), ""));
    }
    if (traced.dossiers().size() > limit) {
      out.println(zh ? "  …（--limit 显示更多）" : "  … (--limit shows more)");
    }
  }
}
