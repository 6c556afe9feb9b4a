package org.evenstar.landing.receipt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.landing.Reasons;

/** A receipt while problems are still added to it. */
final class ReceiptDraft {
  private static final class Group {
    long n;
    final List<Problem> places = new ArrayList<>();
  }

  private final ReceiptBook.LandedCells delivery;
  private final Map<Reasons.Reason, Group> groups = new TreeMap<>(Reasons.GRAVEST_FIRST);
  private final Map<Receipt.RowPlace, List<Problem>> ofRows = new LinkedHashMap<>();
  private long movedAccepted;
  private long movedRepaired;

  ReceiptDraft(ReceiptBook.LandedCells delivery) {
    this.delivery = delivery;
  }

  void add(Problem problem) {
    Group group = groups.computeIfAbsent(problem.reason(), r -> new Group());
    group.n++;
    if (group.places.size() < ProblemGroup.PLACES) {
      group.places.add(problem);
    }
    if (problem.reason().severity() == Reasons.Severity.QUARANTINE && problem.rowNumber() > 0) {
      Receipt.RowPlace place = new Receipt.RowPlace(problem.sheet(), problem.rowNumber());
      ofRows.computeIfAbsent(place, p -> new ArrayList<>()).add(problem);
    }
  }

  void moveToQuarantine(boolean wasRepaired) {
    if (wasRepaired) {
      movedRepaired++;
    } else {
      movedAccepted++;
    }
  }

  Receipt receipt() {
    List<ProblemGroup> told = new ArrayList<>();
    groups.forEach((reason, group) -> told.add(new ProblemGroup(reason, group.n, group.places)));
    return new Receipt(
        delivery.textOrNull("body_id"),
        delivery.textOrNull("period"),
        delivery.textOrNull("source_id"),
        delivery.text("file"),
        delivery.text("delivery_id"),
        delivery.text("format"),
        delivery.text("encoding"),
        delivery.text("encoding_evidence"),
        delivery.textOrNull("mends"),
        delivery.number("n_read"),
        delivery.number("n_accepted") - movedAccepted,
        delivery.number("n_repaired") - movedRepaired,
        delivery.number("n_quarantined") + movedAccepted + movedRepaired,
        told,
        ofRows);
  }
}
