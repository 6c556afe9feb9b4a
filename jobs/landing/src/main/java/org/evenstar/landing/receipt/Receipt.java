package org.evenstar.landing.receipt;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.evenstar.landing.Reasons;
import org.jspecify.annotations.Nullable;

/**
 * What became of one delivered file: read = accepted + repaired + quarantined.
 *
 * @param bodyId body of the whole file; null when each row names its own, or nobody knows
 * @param sourceId source that read it; null when none does
 * @param file path below {@code landing/}
 * @param mends delivery id of the file whose receipt this is, mended; null otherwise
 * @param groups problems by reason, gravest first, then in the order of the catalogue
 * @param toMend problems that set rows aside, by row in reading order; keyed by sheet and number
 */
public record Receipt(
    @Nullable String bodyId,
    @Nullable String period,
    @Nullable String sourceId,
    String file,
    String deliveryId,
    String format,
    String encoding,
    String encodingEvidence,
    @Nullable String mends,
    long read,
    long accepted,
    long repaired,
    long quarantined,
    List<ProblemGroup> groups,
    Map<RowPlace, List<Problem>> toMend) {

  /** A row of a file. */
  public record RowPlace(String sheet, int rowNumber) {}

  public Receipt {
    groups = List.copyOf(groups);
    toMend = Collections.unmodifiableMap(toMend);
  }

  /** Whether the file as a whole was set aside. */
  public boolean isStopped() {
    return groups.stream().anyMatch(g -> g.reason().severity() == Reasons.Severity.STOP);
  }

  /** Who gets it: the body, else the source that read the file, else UNKNOWN. */
  public String addressee() {
    return bodyId != null ? bodyId : sourceId != null ? sourceId : "UNKNOWN";
  }
}
