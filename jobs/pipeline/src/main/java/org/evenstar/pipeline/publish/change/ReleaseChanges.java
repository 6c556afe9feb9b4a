package org.evenstar.pipeline.publish.change;

import java.util.List;
import java.util.Map;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two releases in one tier, in order of dataset and key.
 *
 * @param before the former release
 * @param after the later release
 * @param causes what differs in what they were made from
 * @param datasets datasets that differ; one that is the same is not listed
 */
public record ReleaseChanges(
    String before, String after, String tier, List<Cause> causes, List<DatasetChange> datasets) {

  public ReleaseChanges {
    causes = List.copyOf(causes);
    datasets = List.copyOf(datasets);
  }

  /**
   * One cause.
   *
   * @param n how many, null where it is not counted or not for this tier to know
   * @param examples the first of them
   */
  public record Cause(Kind kind, LocalText text, @Nullable Long n, List<String> examples) {}

  /** Why a release differs from the one before. */
  public enum Kind {
    /** Deliveries that the former release did not know. */
    NEW_DELIVERIES,
    /** Deliveries whose bytes differ. */
    CHANGED_DELIVERIES,
    /** Deliveries that are gone. */
    REMOVED_DELIVERIES,
    /** Dossiers that are new. */
    NEW_DOSSIERS,
    /** Dossiers with another revision. */
    REVISED_DOSSIERS,
    /** Dossiers that are gone or withdrawn. */
    REMOVED_DOSSIERS,
    /** Dossiers of the same revision that read otherwise. */
    CHANGED_DOSSIERS,
    /** Another model or version of it. */
    MODEL,
    /** Another configuration. */
    CONFIGURATION,
    /** Another version of this software. */
    METHOD,
    /** Another day looked from. */
    AS_OF,
    /** None of the above in the cell itself: it borrows from others, or protects them. */
    OTHER_CELLS
  }

  /**
   * How one dataset differs.
   *
   * @param added rows that only the later has
   * @param removed rows that only the former has
   * @param changed rows of both that differ
   * @param columnsAdded columns that only the later has; they are not compared
   * @param columnsRemoved columns that only the former has
   * @param cellsByColumn how many cells differ, by column, in rows of both
   * @param listed the first of them in key order
   */
  public record DatasetChange(
      String dataset,
      long added,
      long removed,
      long changed,
      List<String> columnsAdded,
      List<String> columnsRemoved,
      Map<String, Long> cellsByColumn,
      List<RowChange> listed) {}

  /**
   * One row.
   *
   * @param what ADDED, REMOVED or CHANGED
   * @param cells former and later value by column; for CHANGED only
   * @param why kinds of cause that touch this row; empty where they are not for this tier to know
   */
  public record RowChange(
      Map<String, @Nullable String> key, String what, Map<String, Values> cells, List<Kind> why) {}

  /** A cell's former and later value, null where absent. */
  public record Values(@Nullable String before, @Nullable String after) {}
}
