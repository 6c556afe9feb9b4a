package org.evenstar.pipeline;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DATE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.Model;
import org.jspecify.annotations.Nullable;

/**
 * Days as a table for the SQL, because engines disagree on date arithmetic: how old a day is, and
 * when a certificate given on it ends under the model.
 */
final class Calendar {
  private final LocalDate asOf;
  private final Model.@Nullable Certificate certificate;

  Calendar(LocalDate asOf, Model model) {
    this.asOf = asOf;
    this.certificate = model.certificate();
  }

  /**
   * Registers {@code calendar(day, age_days, certificate_ends_on, surveillance_due_on)} for every
   * day of assessment or certification, and {@code run_day(as_of)}.
   */
  void register(Engine engine, Path folder) {
    TableFile calendar =
        new TableFile("calendar")
            .column("day", DATE)
            .column("age_days", BIGINT)
            .columns(DATE, "certificate_ends_on", "surveillance_due_on");
    try (Rows rows =
        engine.query(
            "select assessed_on as day from current_dossier where assessed_on is not null"
                + " union select certified_on as day from current_dossier"
                + " where certified_on is not null order by day")) {
      while (rows.next()) {
        LocalDate day = LocalDate.ofEpochDay(rows.dateAt(0));
        calendar.row(
            day,
            ChronoUnit.DAYS.between(day, asOf),
            certificate == null ? null : day.plusMonths(certificate.months()).minusDays(1),
            surveillanceDue(day));
      }
    }
    calendar.register(engine, folder);
    new TableFile("run_day").column("as_of", DATE).row(asOf).register(engine, folder);
  }

  private @Nullable LocalDate surveillanceDue(LocalDate day) {
    Integer months = certificate == null ? null : certificate.surveillanceMonths();
    return months == null ? null : day.plusMonths(months);
  }
}
