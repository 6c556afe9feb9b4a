package org.evenstar.sample;

import java.util.List;
import java.util.Map;
import org.evenstar.sample.mess.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was planted, as written to {@code truth.json}. Nothing else in the deliveries
 * gives cause to repair or to quarantine.
 *
 * @param problems what landing ought to repair or quarantine, one entry a reason
 * @param notes what landing may note; rows that are no dossiers are among them
 * @param crossDelivery what only shows when deliveries are put side by side; not in the counts
 * @param stoppedFiles files of which landing reads no row
 * @param counts rows of each body that landing reads, each file by itself
 */
record Truth(
    long seed,
    long institutions,
    int months,
    String firstPeriod,
    String asOf,
    ScoreTruth scoring,
    Faults faults,
    List<Anchor> anchors,
    long doubleScored,
    List<PlacedDossier> revisions,
    List<PlacedDossier> withdrawals,
    List<PlantedProblem> problems,
    List<PlantedProblem> notes,
    List<StoppedFile> stoppedFiles,
    List<PlantedProblem> crossDelivery,
    List<DuplicateFile> duplicateFiles,
    List<DeliveredFile> lateFiles,
    List<MissingDelivery> missingDeliveries,
    List<BodyCounts> counts) {

  /**
   * How scores were drawn; all in logits.
   *
   * @param steps between the four categories
   * @param difficulties by item id
   * @param regionEffects on quality, by province code
   * @param kindEffects on quality, by organisation type
   */
  record ScoreTruth(
      List<Double> steps,
      Map<String, Double> difficulties,
      Map<String, Double> regionEffects,
      Map<String, Double> kindEffects) {}

  /** Planted faults; null or empty where none is. */
  record Faults(
      List<BodySeverity> severities,
      @Nullable DomainFault lenientDomain,
      @Nullable Drift drift,
      @Nullable Bunching bunching,
      List<PlacedDossier> copies,
      List<PlacedDossier> starMismatches) {}

  /**
   * A body's severity in logits, positive is stricter, sum zero.
   *
   * @param severity as planted, without the domain and the drift
   * @param meanSeverity with both, over domains and months, sum zero again
   * @param scaleSteps number of steps of its scale that are told apart, of four
   */
  record BodySeverity(String bodyId, double severity, double meanSeverity, int scaleSteps) {}

  /** A body lenient on one domain only. */
  record DomainFault(String bodyId, String domainId, double logits) {}

  /** A body that changes at one month. */
  record Drift(String bodyId, String fromPeriod, double logits) {}

  /** A body that lifts scores just short of the threshold of the star applied for. */
  record Bunching(String bodyId, String threshold, String window, double share) {}

  /** An anchor case, scored by every body. */
  record Anchor(String anchorId, String institutionCode, String period) {}

  /**
   * A dossier and where it stands.
   *
   * @param detail what is special about it, such as the dossier it copies
   */
  record PlacedDossier(
      String bodyId,
      String dossierNo,
      int revision,
      String file,
      String sheet,
      int rowNumber,
      int appliedStar,
      int awardedStar,
      int recomputedStar,
      String detail) {}

  /** A reason at its place. */
  record PlantedProblem(
      String bodyId,
      String file,
      String sheet,
      int rowNumber,
      String column,
      String reasonCode,
      Severity severity,
      String mess) {}

  /** A file of which no row is read. */
  record StoppedFile(@Nullable String bodyId, String file, String reasonCode) {}

  /** A file that stands twice; its rows are counted once. */
  record DuplicateFile(String bodyId, String file, String first) {}

  /** A file with dossiers of an earlier month. */
  record DeliveredFile(String bodyId, String file, String assessedPeriod, String deliveredPeriod) {}

  /** A month for which a body delivers nothing. */
  record MissingDelivery(String bodyId, String period) {}

  /** Rows of one body. */
  record BodyCounts(String bodyId, long read, long accepted, long repaired, long quarantined) {}
}
