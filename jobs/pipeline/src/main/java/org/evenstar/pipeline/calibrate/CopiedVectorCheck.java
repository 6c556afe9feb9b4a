package org.evenstar.pipeline.calibrate;

import java.util.Objects;
import java.util.OptionalDouble;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;

/**
 * Pattern check {@code copied_vector}: two institutions of one body with the same score on every
 * item. Vectors in which all scores are equal are left out: they are straight-lining, not copying.
 *
 * <p>Effect: share of the body's dossiers that have a twin. It is a rule: any twin is a WATCH.
 */
final class CopiedVectorCheck {
  /** Stable id of the check. */
  static final String ID = "copied_vector";

  private CopiedVectorCheck() {}

  static void run(Engine engine, SignalBook book) {
    try (Rows rows =
        engine.query(
            "select body_id, n, n_copied from copied_vector_count where n_copied > 0 order by body_id")) {
      while (rows.next()) {
        String body = Objects.requireNonNull(rows.textAt(0));
        long n = rows.longAt(1);
        long copied = rows.longAt(2);
        book.add(
            new Signal(
                ID,
                body,
                "body",
                body,
                "*",
                n,
                OptionalDouble.of((double) copied / n),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "share",
                OptionalDouble.of(0),
                OptionalDouble.empty(),
                Signal.Level.WATCH,
                null,
                copied + " 份档案与同一机构评估的另一家服务机构逐项得分完全相同",
                copied + " dossiers have the very scores of another institution of the same body"));
      }
    }
    book.addEvidence(
        engine,
        ID,
        "select body_id, dossier_no, file, sheet, row_number,"
            + " concat('= ', first_dossier_no) as value, '' as expected"
            + " from copied_vector order by body_id, first_dossier_no, dossier_no");
  }
}
