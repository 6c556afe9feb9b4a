package org.evenstar.landing.receipt;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.evenstar.landing.DeliveredRows;
import org.evenstar.landing.read.ReceiptSheet;

/**
 * The rows to mend, in the body's own columns with a reason column added. Every cell is text, so
 * nothing that was delivered becomes a formula.
 */
final class MendingWorkbook {
  private static final int ROWS_OF_A_SHEET = 1_000_000;

  private final Receipt receipt;

  MendingWorkbook(Receipt receipt) {
    this.receipt = receipt;
  }

  /**
   * Reads the delivery once more and writes its rows to mend.
   *
   * @param work folder for files that are gone afterwards
   */
  void write(DeliveredRows delivered, Path work, Path to) throws IOException {
    Files.createDirectories(work);
    Map<Receipt.RowPlace, Map<String, String>> rows = new LinkedHashMap<>();
    Set<String> headers = new LinkedHashSet<>();
    delivered.read(
        receipt.file(),
        Objects.requireNonNull(receipt.sourceId()),
        receipt.mends() != null,
        work,
        (sheet, number, cells) -> {
          Receipt.RowPlace place = new Receipt.RowPlace(sheet, number);
          headers.addAll(cells.keySet());
          if (receipt.toMend().containsKey(place)) {
            rows.put(place, cells);
          }
        });
    Path dated = work.resolve("receipt.xlsx");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dated), 1 << 16);
        Workbook workbook = new Workbook(out, "Evenstar", "1.0")) {
      rows(workbook, List.copyOf(headers), rows);
      marks(workbook.newWorksheet(ReceiptSheet.NAME));
    }
    UndatedWorkbook.copy(dated, to);
    Files.delete(dated);
  }

  private void rows(
      Workbook workbook, List<String> headers, Map<Receipt.RowPlace, Map<String, String>> rows) {
    Worksheet sheet = null;
    int next = 0;
    int sheets = 0;
    for (Map.Entry<Receipt.RowPlace, Map<String, String>> row : rows.entrySet()) {
      if (sheet == null || next > ROWS_OF_A_SHEET) {
        sheets++;
        sheet = workbook.newWorksheet("待改正 to mend" + (sheets == 1 ? "" : " " + sheets));
        header(sheet, headers);
        next = 1;
      }
      for (int i = 0; i < headers.size(); i++) {
        SheetText.put(sheet, next, i, row.getValue().getOrDefault(headers.get(i), ""));
      }
      SheetText.put(sheet, next, headers.size(), reasons(row.getKey()));
      next++;
    }
  }

  private static void header(Worksheet sheet, List<String> headers) {
    for (int i = 0; i < headers.size(); i++) {
      SheetText.put(sheet, 0, i, headers.get(i));
    }
    SheetText.put(sheet, 0, headers.size(), ReceiptSheet.REASON_HEADER);
    sheet.width(headers.size(), 80);
    sheet.freezePane(0, 1);
  }

  private String reasons(Receipt.RowPlace place) {
    String where = place.sheet().isEmpty() ? "" : place.sheet() + " ";
    return where
        + place.rowNumber()
        + ": "
        + receipt.toMend().getOrDefault(place, List.of()).stream()
            .map(p -> p.reason().code() + " " + p.whatToDo().zh() + " / " + p.whatToDo().en())
            .collect(Collectors.joining(" | "));
  }

  private void marks(Worksheet sheet) {
    sheet.setVisibilityState(VisibilityState.HIDDEN);
    String[] marks = {
      "source_id", String.valueOf(receipt.sourceId()),
      "file", receipt.file(),
      "delivery_id", receipt.mends() == null ? receipt.deliveryId() : receipt.mends()
    };
    for (int i = 0; i < marks.length; i += 2) {
      sheet.value(i / 2, 0, marks[i]);
      sheet.value(i / 2, 1, marks[i + 1]);
    }
  }
}
