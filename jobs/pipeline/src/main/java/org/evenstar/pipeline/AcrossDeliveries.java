package org.evenstar.pipeline;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.landing.LandingResult;
import org.evenstar.landing.Reasons;
import org.evenstar.landing.receipt.Problem;
import org.evenstar.landing.receipt.ReceiptBook;

/** Receipts of a landing, with what shows only when deliveries are put side by side. */
final class AcrossDeliveries {
  private AcrossDeliveries() {}

  /** The receipts; {@code problem_across} must be known to the engine. */
  static ReceiptBook receipts(LandingResult landed, Engine engine) throws IOException {
    ReceiptBook book = ReceiptBook.of(landed);
    try (Rows rows =
        engine.query(
            "select problem_across.reason_code, problem_across.column_name, problem_across.value,"
                + " landed_dossier.body_id, landed_dossier.period, landed_dossier.file,"
                + " landed_dossier.sheet, landed_dossier.row_number, landed_dossier.status,"
                + " landed_dossier.revision"
                + " from problem_across inner join landed_dossier"
                + " on landed_dossier.row_key = problem_across.row_key"
                + " order by landed_dossier.file, landed_dossier.row_key,"
                + " problem_across.reason_code")) {
      while (rows.next()) {
        add(book, rows);
      }
    }
    return book;
  }

  private static void add(ReceiptBook book, Rows rows) {
    Reasons.Reason reason = Reasons.of(text(rows, 0));
    Problem problem =
        new Problem(
            reason,
            rows.textAt(3),
            rows.textAt(4),
            text(rows, 5),
            text(rows, 6),
            (int) rows.longAt(7),
            text(rows, 1),
            text(rows, 2),
            Map.of("expected", Long.toString(rows.longAt(9))));
    if (reason.severity() == Reasons.Severity.QUARANTINE) {
      book.setAside(problem, "REPAIRED".equals(rows.textAt(8)));
    } else {
      book.add(problem);
    }
  }

  private static String text(Rows rows, int column) {
    return Objects.requireNonNullElse(rows.textAt(column), "");
  }
}
