package org.evenstar.disclosure;

import java.util.Set;

/**
 * What an earlier release told and kept back. Whoever reads the new release holds this one too.
 *
 * @param releaseId such as {@code r0001}
 * @param tables its cells
 * @param published the cells it told
 * @param confidential the cells it withheld for their own sake
 */
public record EarlierRelease(
    String releaseId, LinkedTables tables, Set<CellKey> published, Set<CellKey> confidential) {

  public EarlierRelease {
    published = Set.copyOf(published);
    confidential = Set.copyOf(confidential);
  }

  /** The release these decisions were published as. */
  public static EarlierRelease of(String releaseId, Decisions decisions) {
    return new EarlierRelease(
        releaseId, decisions.tables(), decisions.published(), decisions.confidential());
  }
}
