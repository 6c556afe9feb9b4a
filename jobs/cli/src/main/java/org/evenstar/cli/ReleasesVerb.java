package org.evenstar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.schemas.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar releases DIR}. */
@Command(
    name = "releases",
    mixinStandardHelpOptions = true,
    description =
        "Lists the releases of an output folder, and which supersedes which. 列出全部发布版本及其取代关系。")
@SuppressWarnings("NullAway.Init")
final class ReleasesVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "An output folder: it holds releases/")
  private Path out;

  @Option(names = "--json", description = "Says it as JSON")
  private boolean asJson;

  @Mixin private Language language;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(out.resolve("releases"))) {
      throw new IllegalArgumentException(
          "Cannot list releases of '"
              + out
              + "': it has no folder releases/; give the folder that run wrote with --out");
    }
    List<Manifest> manifests = new ArrayList<>();
    for (String id : ReleaseStore.releases(out)) {
      manifests.add(ReleaseStore.manifest(out.resolve("releases").resolve(id)));
    }
    PrintWriter writer = spec.commandLine().getOut();
    if (asJson) {
      List<Map<String, Object>> list = new ArrayList<>();
      for (int i = 0; i < manifests.size(); i++) {
        list.add(entry(manifests.get(i), successor(manifests, i)));
      }
      writer.println(Json.MAPPER.writeValueAsString(list));
    } else {
      table(manifests, writer);
    }
    writer.flush();
    return ExitCode.DONE;
  }

  private void table(List<Manifest> manifests, PrintWriter writer) {
    if (manifests.isEmpty()) {
      writer.println(language.isChinese() ? "还没有发布版本。" : "There is no release yet.");
    }
    for (int i = 0; i < manifests.size(); i++) {
      Manifest manifest = manifests.get(i);
      String successor = successor(manifests, i);
      writer.printf(
          Locale.ROOT,
          "%s  %s  %s %s  %s  %s%n",
          manifest.releaseId(),
          manifest.asOf(),
          manifest.modelId(),
          manifest.modelVersion(),
          manifest.title().in(language.code()),
          successor.isEmpty()
              ? (language.isChinese() ? "现行" : "current")
              : (language.isChinese() ? "被取代于 " : "superseded by ") + successor);
    }
  }

  private static String successor(List<Manifest> manifests, int position) {
    return position + 1 < manifests.size() ? manifests.get(position + 1).releaseId() : "";
  }

  private static Map<String, Object> entry(Manifest manifest, String successor) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("release_id", manifest.releaseId());
    entry.put("supersedes", manifest.supersedes());
    entry.put("superseded_by", successor.isEmpty() ? null : successor);
    entry.put("as_of", manifest.asOf());
    entry.put("title", manifest.title());
    entry.put("model_id", manifest.modelId());
    entry.put("model_version", manifest.modelVersion());
    entry.put("code_version", manifest.codeVersion());
    entry.put("config_hash", manifest.configHash());
    entry.put("n_datasets", manifest.datasets().size());
    return entry;
  }
}
