package org.evenstar.pipeline.calibrate;

import java.util.Objects;

/** The dossiers after a change that lie furthest out on its side. */
final class DriftEvidence {
  private static final int MOST = 20;

  private DriftEvidence() {}

  /**
   * Adds them to a signal.
   *
   * @param domain its number, negative for all
   * @param isUp whether scores rose
   */
  static void add(CheckRun run, Signal signal, long domain, String since, boolean isUp) {
    String apart =
        domain < 0
            ? "dossier_residual.residual_micro"
            : "(domain_residual.mean_micro - dossier_residual.residual_micro)";
    String join =
        domain < 0
            ? ""
            : " inner join domain_residual on domain_residual.row_key = dossier.row_key"
                + " and domain_residual.domain_no = "
                + domain;
    run.book()
        .addEvidenceOf(
            run.engine(),
            signal.id(),
            "select dossier.body_id, dossier.dossier_no, dossier.file, dossier.sheet,"
                + " dossier.row_number, cast("
                + apart
                + " as string) as value, '0' as expected from dossier inner join dossier_residual"
                + " on dossier_residual.row_key = dossier.row_key"
                + join
                + " where dossier.body_id = '"
                + Objects.requireNonNull(signal.bodyId()).replace("'", "''")
                + "' and dossier.period >= '"
                + since
                + "' order by "
                + apart
                + (isUp ? " desc" : "")
                + ", dossier.dossier_no limit "
                + MOST);
  }
}
