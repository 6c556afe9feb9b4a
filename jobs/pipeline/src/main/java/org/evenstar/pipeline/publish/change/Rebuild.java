package org.evenstar.pipeline.publish.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenstar.landing.Folders;
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.schemas.config.RunConfig;

/** Makes a release again in a folder of its own, and compares. */
public final class Rebuild {
  private Rebuild() {}

  /**
   * What differs between a release and the same made again; empty when every byte is the same.
   *
   * <p>The former release is put beside, because the states of signals and the list of changes are
   * told from it.
   *
   * @param options where and how; the output folder is deleted afterwards
   */
  public static List<String> differences(Path release, RunConfig config, RunOptions options)
      throws IOException {
    Manifest manifest = ReleaseStore.manifest(release);
    try {
      if (manifest.supersedes() != null) {
        Path former = release.resolveSibling(manifest.supersedes());
        if (!Files.isDirectory(former)) {
          return List.of("the release before it is missing: " + former);
        }
        copy(former, options.out().resolve("releases").resolve(manifest.supersedes()));
      }
      Path again = new Pipeline(config, options, RunListener.SILENT).run().release();
      return compare(manifest, ReleaseStore.manifest(again));
    } finally {
      Folders.delete(options.out());
    }
  }

  private static List<String> compare(Manifest made, Manifest again) {
    List<String> differences = new ArrayList<>();
    differs(
        differences,
        "model",
        made.modelId() + " " + made.modelVersion(),
        again.modelId() + " " + again.modelVersion());
    differs(differences, "configuration", made.configHash(), again.configHash());
    differs(differences, "code version", made.codeVersion(), again.codeVersion());
    differs(differences, "engine", made.engine(), again.engine());
    differs(differences, "release id", made.releaseId(), again.releaseId());
    hashes(differences, "delivery ", made.inputs(), again.inputs());
    hashes(differences, "", files(made), files(again));
    return differences;
  }

  private static void differs(List<String> differences, String what, String made, String again) {
    if (!made.equals(again)) {
      differences.add(what + ": it was " + made + ", it is " + again);
    }
  }

  private static void hashes(
      List<String> differences, String what, Map<String, String> made, Map<String, String> again) {
    TreeSet<String> paths = new TreeSet<>(made.keySet());
    paths.addAll(again.keySet());
    for (String path : paths) {
      if (!Objects.equals(made.get(path), again.get(path))) {
        String how =
            made.containsKey(path)
                ? again.containsKey(path) ? "other bytes" : "it is missing"
                : "it is new";
        differences.add(what + path + ": " + how);
      }
    }
  }

  private static Map<String, String> files(Manifest manifest) {
    Map<String, String> files = new TreeMap<>();
    manifest.files().forEach(file -> files.put(file.path(), file.sha256()));
    return files;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> entries = Files.walk(from)) {
      for (Path entry : entries.toList()) {
        Path target = to.resolve(from.relativize(entry).toString());
        if (Files.isDirectory(entry)) {
          Files.createDirectories(target);
        } else {
          Files.copy(entry, target);
        }
      }
    }
  }
}
