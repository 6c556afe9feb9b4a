package org.evenstar.landing;

/** What became of the rows of one file; read = accepted + repaired + quarantined. */
final class DeliveryCounts {
  long read;
  long accepted;
  long repaired;
  long quarantined;
  long notes;
  String format = "";
  String encoding = "";
  String encodingEvidence = "";
}
