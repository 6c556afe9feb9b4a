package org.evenstar.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs left that a run goes on from.
 *
 * @param signalStates state of every signal of the release before, by id
 * @param releases the releases that readers already hold, oldest first
 * @param scored folder of what was computed from scores and is kept, null: nothing is
 */
public record Before(Map<String, String> signalStates, List<Path> releases, @Nullable Path scored) {
  /** Nothing: a first run. */
  public static final Before NOTHING = new Before(Map.of(), List.of(), null);

  public Before {
    signalStates = Map.copyOf(signalStates);
    releases = List.copyOf(releases);
  }

  /** These releases alone. */
  public static Before releases(List<Path> releases) {
    return new Before(Map.of(), releases, null);
  }
}
