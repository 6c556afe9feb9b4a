package org.evenstar.pipeline.calibrate;

import org.evenstar.engine.Rows;

/**
 * Pattern check {@code copied_vector}: two institutions of one body with the same score on every
 * item. Vectors in which all scores are equal are left out: they are straight-lining, not copying.
 *
 * <p>Effect: share of the body's dossiers that have a twin. It is a rule: any twin is a WATCH.
 */
final class CopiedVectorCheck {
  private static final CheckName CHECK = CheckName.COPIED_VECTOR;

  private CopiedVectorCheck() {}

  static void run(CheckRun run) {
    if (!run.isEnabled(CHECK)) {
      return;
    }
    try (Rows rows =
        run.engine()
            .query(
                "select body_id, n, n_copied from copied_vector_count where n_copied > 0"
                    + " order by body_id")) {
      while (rows.next()) {
        long n = rows.longAt(1);
        long copied = rows.longAt(2);
        run.book()
            .add(
                SignalDraft.of(CHECK, Sums.text(rows, 0))
                    .n(n)
                    .unit("share")
                    .effect((double) copied / n)
                    .threshold(0)
                    .level(
                        Signal.Level.WATCH,
                        copied + " 份档案与同一机构评估的另一家服务机构逐项得分完全相同",
                        copied
                            + " dossiers have the very scores of another institution of the same"
                            + " body"));
      }
    }
    run.book()
        .addEvidence(
            run.engine(),
            CHECK.id(),
            "select body_id, dossier_no, file, sheet, row_number,"
                + " concat('= ', first_dossier_no) as value, '' as expected"
                + " from copied_vector order by body_id, first_dossier_no, dossier_no");
  }
}
