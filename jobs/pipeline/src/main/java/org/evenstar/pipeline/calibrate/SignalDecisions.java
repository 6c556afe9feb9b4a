package org.evenstar.pipeline.calibrate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenstar.landing.decode.Nearest;
import org.evenstar.schemas.Problem;
import org.evenstar.schemas.config.ConfigException;
import org.evenstar.schemas.config.Decision;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;

/** What was decided about the signals of a run, on the day that it looks from. */
final class SignalDecisions {
  private static final String OPEN = "OPEN";
  private static final String EXPIRED = "EXPIRED";

  private final RunConfig config;
  private final LocalDate asOf;
  private final Map<String, Decision> decisions = new HashMap<>();

  SignalDecisions(RunConfig config, LocalDate asOf) {
    this.config = config;
    this.asOf = asOf;
    config.decisions().forEach(decision -> decisions.put(decision.signalId(), decision));
  }

  /**
   * Refuses decisions about what is no signal.
   *
   * @param known ids of this run's signals and of the former release's
   * @throws ConfigException with every such decision
   */
  void requireKnown(Set<String> known) {
    List<Problem> problems = new ArrayList<>();
    for (Decision decision : config.decisions()) {
      String id = decision.signalId();
      if (!known.contains(id)) {
        String near = Nearest.to(id, new TreeSet<>(known));
        problems.add(
            new Problem(
                Decision.FILE,
                "row " + decision.row() + " signal_id",
                "there is no signal '"
                    + id
                    + "' in this run or the release before"
                    + (near == null ? "" : "; the nearest is '" + near + "'")
                    + "; take the id from association/signal.csv, or delete the row"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(config.folder().toString(), problems);
    }
  }

  /** The decision about a signal, one that holds no longer included. */
  @Nullable Decision of(String signalId) {
    return decisions.get(signalId);
  }

  /** Where a signal's life stands; null where nothing is to be decided. */
  @Nullable String standing(String signalId, boolean isFlagged) {
    Decision decision = decisions.get(signalId);
    if (decision == null) {
      return isFlagged ? OPEN : null;
    }
    return decision.isExpired(asOf) ? EXPIRED : decision.decision().name();
  }
}
