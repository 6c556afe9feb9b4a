package org.evenstar.sample;

import java.util.ArrayList;
import java.util.List;
import org.evenstar.sample.delivery.RowNote;
import org.evenstar.sample.delivery.Spot;
import org.evenstar.sample.mess.Finding;
import org.evenstar.sample.mess.Reasons;
import org.evenstar.sample.mess.Severity;
import org.evenstar.sample.population.Clientele;

/** What was written and planted, kept while writing; each writer of files has its own. */
final class Ledger {
  /** Rows of one body; read = accepted + repaired + quarantined. */
  static final class Counts {
    long read;
    long accepted;
    long repaired;
    long quarantined;

    void add(Counts other) {
      read += other.read;
      accepted += other.accepted;
      repaired += other.repaired;
      quarantined += other.quarantined;
    }

    void addRow(Severity worst) {
      read++;
      switch (worst) {
        case NOTE -> accepted++;
        case REPAIR -> repaired++;
        case QUARANTINE, STOP -> quarantined++;
      }
    }
  }

  final Counts[] counts = new Counts[Clientele.all().size()];
  final List<Truth.PlantedProblem> problems = new ArrayList<>();
  final List<Truth.PlantedProblem> notes = new ArrayList<>();
  final List<Truth.PlacedDossier> revisions = new ArrayList<>();
  final List<Truth.PlacedDossier> withdrawals = new ArrayList<>();
  final List<Truth.PlacedDossier> mismatches = new ArrayList<>();
  final List<Truth.PlacedDossier> copies = new ArrayList<>();
  final List<Truth.DeliveredFile> lateFiles = new ArrayList<>();
  long doubleScored;

  Ledger() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new Counts();
    }
  }

  /** Counts a row and what is wrong with it. */
  void row(Clientele body, Spot spot, List<Finding> findings, String mess) {
    Severity worst = Severity.NOTE;
    for (Finding finding : findings) {
      Severity severity = Reasons.severity(finding.reasonCode());
      worst = severity.compareTo(worst) > 0 ? severity : worst;
      add(problem(body, spot, finding, mess));
    }
    counts[body.number()].addRow(worst);
  }

  /** Notes something of a whole file; its row number is 0. */
  void fileNote(Clientele body, String file, Finding finding, String mess) {
    add(problem(body, new Spot(file, "", 0), finding, mess));
  }

  /** Notes what stands in a table beside dossiers. */
  void note(Clientele body, RowNote note) {
    add(problem(body, note.spot(), new Finding(note.column(), note.reasonCode()), "table"));
  }

  private void add(Truth.PlantedProblem problem) {
    (problem.severity() == Severity.NOTE ? notes : problems).add(problem);
  }

  /** A finding at its place. */
  static Truth.PlantedProblem problem(Clientele body, Spot spot, Finding finding, String mess) {
    return new Truth.PlantedProblem(
        body.name(),
        spot.file(),
        spot.sheet(),
        spot.rowNumber(),
        finding.column(),
        finding.reasonCode(),
        Reasons.severity(finding.reasonCode()),
        mess);
  }

  void addAll(Ledger other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i].add(other.counts[i]);
    }
    problems.addAll(other.problems);
    notes.addAll(other.notes);
    revisions.addAll(other.revisions);
    withdrawals.addAll(other.withdrawals);
    mismatches.addAll(other.mismatches);
    copies.addAll(other.copies);
    lateFiles.addAll(other.lateFiles);
    doubleScored += other.doubleScored;
  }
}
