package org.evenstar.schemas.config;

import java.time.LocalDate;

/**
 * What was decided about a signal: a row of {@code config/decisions.csv}. It hides nothing; after
 * its last day the signal is open again.
 *
 * @param signalId the signal
 * @param role office that decided, never a person
 * @param reason why
 * @param until last day on which it holds
 * @param row number of the row in the file, the header being 1
 */
public record Decision(
    String signalId,
    Kind decision,
    Role role,
    String reason,
    LocalDate decidedOn,
    LocalDate until,
    int row) {

  /** The file, seen from the run folder. */
  public static final String FILE = "config/decisions.csv";

  /** What was decided. */
  public enum Kind {
    /** It is so, and stays so. */
    ACCEPTED,
    /** There is a reason that is none of the body's doing. */
    EXPLAINED,
    /** Something is done about it. */
    BEING_MENDED
  }

  /** Who decides. */
  public enum Role {
    ASSOCIATION,
    ASSESSMENT_BODY,
    EXPERT_PANEL,
    OPERATOR
  }

  /** Whether it no longer holds on a day. */
  public boolean isExpired(LocalDate day) {
    return day.isAfter(until);
  }
}
