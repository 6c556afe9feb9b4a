package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.evenstar.engine.Engine;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.pipeline.publish.change.ReleaseChanges;
import org.evenstar.pipeline.publish.change.ReleaseDiff;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar diff A B}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Tells what differs between two releases, and why. 比较两个发布版本的差异及原因。")
@SuppressWarnings("NullAway.Init")
final class DiffVerb implements Callable<Integer> {
  private static final int ROWS_SHOWN = 5;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "The former release's folder")
  private Path former;

  @Parameters(index = "1", paramLabel = "B", description = "The later release's folder")
  private Path later;

  @Option(names = "--tier", paramLabel = "TIER", description = "Only this tier (default: all)")
  private @Nullable String tier;

  @Option(names = "--json", description = "Says it as JSON, a list of tiers")
  private boolean asJson;

  @Mixin private Language language;

  @Override
  public Integer call() throws IOException {
    boolean zh = language.isChinese();
    PrintWriter out = spec.commandLine().getOut();
    List<ReleaseChanges> changes = new ArrayList<>();
    try (Engine engine = ReleaseEngine.open()) {
      ReleaseDiff diff = new ReleaseDiff(engine, former, manifest(former), later, manifest(later));
      for (String each : tier == null ? diff.tiers() : List.of(tier)) {
        changes.add(diff.of(each));
      }
    }
    if (asJson) {
      out.println(Json.MAPPER.writeValueAsString(changes));
    } else {
      changes.forEach(change -> table(change, zh, out));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static Manifest manifest(Path release) throws IOException {
    ReleaseFolder.require(release, "compare");
    return ReleaseStore.manifest(release);
  }

  private void table(ReleaseChanges changes, boolean zh, PrintWriter out) {
    out.printf("%s: %s → %s%n", changes.tier(), changes.before(), changes.after());
    for (ReleaseChanges.Cause cause : changes.causes()) {
      out.printf(
          Locale.ROOT,
          "  %s%s %s%n",
          cause.text().in(language.code()),
          cause.n() == null ? "" : String.format(Locale.ROOT, " (%,d)", cause.n()),
          String.join(", ", cause.examples()));
    }
    if (changes.datasets().isEmpty()) {
      out.println(zh ? "  数据没有差异" : "  no dataset differs");
    }
    for (ReleaseChanges.DatasetChange dataset : changes.datasets()) {
      out.printf(
          Locale.ROOT,
          zh
              ? "  %s：新增 %,d 行，消失 %,d 行，变化 %,d 行%n"
              : "  %s: rows added %,d, removed %,d, changed %,d%n",
          dataset.dataset(),
          dataset.added(),
          dataset.removed(),
          dataset.changed());
      dataset.listed().stream().limit(ROWS_SHOWN).forEach(row -> row(row, out));
    }
  }

  private static void row(ReleaseChanges.RowChange row, PrintWriter out) {
    out.printf("    %s %s%n", row.what(), String.join(" ", pairs(row.key())));
    row.cells()
        .forEach(
            (column, values) ->
                out.printf("      %s: %s → %s%n", column, values.before(), values.after()));
    if (!row.why().isEmpty()) {
      out.printf("      %s%n", row.why());
    }
  }

  private static List<String> pairs(Map<String, @Nullable String> key) {
    return key.entrySet().stream()
        .filter(part -> !"*".equals(part.getValue()))
        .map(part -> part.getKey() + "=" + part.getValue())
        .toList();
  }
}
