package org.evenstar.pipeline.publish.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.change.ReleaseChanges.Cause;
import org.evenstar.pipeline.publish.change.ReleaseChanges.Kind;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/** What differs in what two releases were made from. */
final class Causes {
  private static final int EXAMPLES = 20;
  private static final Map<Kind, LocalText> DOSSIERS =
      Map.of(
          Kind.NEW_DOSSIERS, new LocalText("新增档案", "new dossiers"),
          Kind.REVISED_DOSSIERS, new LocalText("档案有新修订", "dossiers with another revision"),
          Kind.REMOVED_DOSSIERS, new LocalText("档案被撤回或消失", "dossiers withdrawn or gone"),
          Kind.CHANGED_DOSSIERS,
              new LocalText("同一修订的档案内容不同", "dossiers of the same revision that read otherwise"));

  private final Manifest former;
  private final Manifest later;

  Causes(Manifest former, Manifest later) {
    this.former = former;
    this.later = later;
  }

  /**
   * The causes in the order of their kinds.
   *
   * @param isForDossiers whether the reader may know files and counts
   */
  List<Cause> list(boolean isForDossiers, Map<Kind, Long> dossiers) {
    List<Cause> causes = new ArrayList<>();
    deliveries(causes, isForDossiers);
    dossiers.forEach((kind, n) -> causes.add(new Cause(kind, DOSSIERS.get(kind), n, List.of())));
    differs(
        causes,
        Kind.MODEL,
        new LocalText("模型或其版本不同", "another model or version of it"),
        former.modelId() + " " + former.modelVersion(),
        later.modelId() + " " + later.modelVersion());
    if (!former.configHash().equals(later.configHash())) {
      List<String> hashes = List.of(former.configHash(), later.configHash());
      causes.add(
          new Cause(
              Kind.CONFIGURATION,
              new LocalText("配置不同", "another configuration"),
              null,
              isForDossiers ? hashes : List.of()));
    }
    differs(
        causes,
        Kind.METHOD,
        new LocalText("软件版本不同", "another version of this software"),
        former.codeVersion(),
        later.codeVersion());
    differs(
        causes,
        Kind.AS_OF,
        new LocalText("截至日期不同", "another day looked from"),
        former.asOf(),
        later.asOf());
    return causes;
  }

  private void deliveries(List<Cause> causes, boolean isForDossiers) {
    TreeSet<String> added = new TreeSet<>(later.inputs().keySet());
    added.removeAll(former.inputs().keySet());
    TreeSet<String> removed = new TreeSet<>(former.inputs().keySet());
    removed.removeAll(later.inputs().keySet());
    TreeSet<String> changed = new TreeSet<>(later.inputs().keySet());
    changed.retainAll(former.inputs().keySet());
    changed.removeIf(file -> former.inputs().get(file).equals(later.inputs().get(file)));
    files(
        causes,
        Kind.NEW_DELIVERIES,
        new LocalText("新的交付文件", "new deliveries"),
        added,
        isForDossiers);
    files(
        causes,
        Kind.CHANGED_DELIVERIES,
        new LocalText("交付文件内容不同", "deliveries with other bytes"),
        changed,
        isForDossiers);
    files(
        causes,
        Kind.REMOVED_DELIVERIES,
        new LocalText("交付文件已不存在", "deliveries that are gone"),
        removed,
        isForDossiers);
  }

  private static void files(
      List<Cause> causes, Kind kind, LocalText text, Set<String> files, boolean isForDossiers) {
    if (!files.isEmpty()) {
      @Nullable Long n = isForDossiers ? Long.valueOf(files.size()) : null;
      List<String> examples =
          isForDossiers ? files.stream().limit(EXAMPLES).toList() : List.<String>of();
      causes.add(new Cause(kind, text, n, examples));
    }
  }

  private static void differs(
      List<Cause> causes, Kind kind, LocalText text, String before, String after) {
    if (!before.equals(after)) {
      causes.add(new Cause(kind, text, null, List.of(before, after)));
    }
  }
}
