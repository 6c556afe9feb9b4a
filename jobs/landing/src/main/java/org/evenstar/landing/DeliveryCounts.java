package org.evenstar.landing;

import org.evenstar.landing.decode.Decoded;

/** What became of the rows of one file; read = accepted + repaired + quarantined. */
final class DeliveryCounts {
  /** Places of a score on 0…1, in hundredths, both ends included. */
  static final int BINS = 101;

  private static final int MICRO_BY_BIN = 10_000;

  long read;
  long accepted;
  long repaired;
  long quarantined;
  long notes;
  long notApplicable;
  String format = "";
  String encoding = "";
  String encodingEvidence = "";

  /** Whether percentages were read as fractions of one. */
  boolean fractionNote;

  /** Scores by their position on 0…1 in hundredths. */
  final long[] bins = new long[BINS];

  /** Counts the scores of a row that landed. */
  void see(LandedRow row) {
    for (Decoded score : row.scores) {
      if (score != null) {
        if (score.isPresent()) {
          long bin = score.number() / MICRO_BY_BIN;
          bins[(int) Math.max(0, Math.min(BINS - 1, bin))]++;
        } else if ("NOT_APPLICABLE".equals(score.absence())) {
          notApplicable++;
        }
      }
    }
  }
}
