package org.evenstar.landing.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenstar.landing.Reasons;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.Schemas;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/** Receipts as JSON, by the schemas {@code receipt} and {@code receipt_index}. */
final class ReceiptJson {
  private ReceiptJson() {}

  private record Document(
      String schema,
      @Nullable String bodyId,
      @Nullable String period,
      @Nullable String sourceId,
      String file,
      String deliveryId,
      String format,
      String encoding,
      String encodingEvidence,
      @Nullable String mends,
      boolean isStopped,
      long nRead,
      long nAccepted,
      long nRepaired,
      long nQuarantined,
      List<Group> problems,
      int nRowsToMend,
      @Nullable String workbook) {}

  private record Group(
      String reasonCode,
      Reasons.Severity severity,
      LocalText title,
      long nProblems,
      int nListed,
      List<Place> places) {}

  private record Place(
      String sheet,
      int rowNumber,
      String column,
      String value,
      Map<String, String> parameters,
      LocalText whatToDo) {}

  private record Index(
      String schema,
      String addressee,
      long nRead,
      long nAccepted,
      long nRepaired,
      long nQuarantined,
      List<Entry> deliveries,
      List<Absence> absences) {}

  private record Entry(
      String file,
      @Nullable String period,
      boolean isStopped,
      long nRead,
      long nAccepted,
      long nRepaired,
      long nQuarantined,
      String receipt) {}

  private record Absence(String reasonCode, @Nullable String period, LocalText whatToDo) {}

  static String of(Receipt receipt, @Nullable String workbook) {
    List<Group> groups = new ArrayList<>();
    for (ProblemGroup group : receipt.groups()) {
      List<Place> places =
          group.places().stream()
              .map(
                  p ->
                      new Place(
                          p.sheet(),
                          p.rowNumber(),
                          p.column(),
                          p.value(),
                          p.parameters(),
                          p.whatToDo()))
              .toList();
      groups.add(
          new Group(
              group.reason().code(),
              group.reason().severity(),
              group.reason().title(),
              group.n(),
              places.size(),
              places));
    }
    return text(
        new Document(
            Schemas.id("receipt"),
            receipt.bodyId(),
            receipt.period(),
            receipt.sourceId(),
            receipt.file(),
            receipt.deliveryId(),
            receipt.format(),
            receipt.encoding(),
            receipt.encodingEvidence(),
            receipt.mends(),
            receipt.isStopped(),
            receipt.read(),
            receipt.accepted(),
            receipt.repaired(),
            receipt.quarantined(),
            groups,
            receipt.toMend().size(),
            workbook));
  }

  static String index(
      String addressee, List<Receipt> receipts, List<String> names, List<Problem> absences) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      Receipt r = receipts.get(i);
      entries.add(
          new Entry(
              r.file(),
              r.period(),
              r.isStopped(),
              r.read(),
              r.accepted(),
              r.repaired(),
              r.quarantined(),
              names.get(i) + ".json"));
    }
    return text(
        new Index(
            Schemas.id("receipt_index"),
            addressee,
            receipts.stream().mapToLong(Receipt::read).sum(),
            receipts.stream().mapToLong(Receipt::accepted).sum(),
            receipts.stream().mapToLong(Receipt::repaired).sum(),
            receipts.stream().mapToLong(Receipt::quarantined).sum(),
            entries,
            absences.stream()
                .map(p -> new Absence(p.reason().code(), p.period(), p.whatToDo()))
                .toList()));
  }

  private static String text(Object document) {
    return Json.MAPPER.writeValueAsString(document).replace("\r\n", "\n") + "\n";
  }
}
