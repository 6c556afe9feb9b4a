package org.evenstar.disclosure;

/**
 * A wish or a rule that could not be met. A release with a conflict of a kind that leaves a cell
 * unprotected does not pass.
 *
 * @param cell the cell in question
 * @param kind what went wrong
 */
public record Conflict(CellKey cell, Kind kind) {

  /** What could not be met. */
  public enum Kind {
    /** Must be published, yet is confidential itself; it is withheld. */
    MUST_PUBLISH_IS_CONFIDENTIAL,
    /** Must be published, yet no other cell could cover a confidential one; it is withheld. */
    MUST_PUBLISH_IS_NEEDED_AS_COVER,
    /** Confidential now, but an earlier release has told it; nothing can take that back. */
    ALREADY_TOLD,
    /** Nothing that can still be withheld protects this cell. */
    UNPROTECTED;

    /** Whether a confidential cell is left open to readers. */
    public boolean leavesOpen() {
      return this == ALREADY_TOLD || this == UNPROTECTED;
    }
  }
}
