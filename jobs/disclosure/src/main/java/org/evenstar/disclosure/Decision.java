package org.evenstar.disclosure;

import java.util.Optional;
import java.util.Set;

/**
 * What becomes of one shown cell.
 *
 * @param cell the cell, with its true values
 * @param reason why it is withheld; empty when it is told. Not for readers: see {@link
 *     Reason#shown()}
 * @param statistics what may be shown of it; empty when withheld
 */
public record Decision(Cell cell, Optional<Reason> reason, Set<Statistic> statistics) {

  public Decision {
    statistics = Set.copyOf(statistics);
  }

  /** Whether the cell is withheld. */
  public boolean isWithheld() {
    return reason.isPresent();
  }
}
