package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.util.Objects;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.CheckSettings;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.BinomialInterval;

/**
 * Rule check {@code star_recomputed}: does the awarded star follow from the dossier's own scores?
 *
 * <p>Effect: share of a body's dossiers whose awarded star differs from the recomputed, with
 * Wilson's 95 % interval. It is a rule, not a sample: one differing star is a WATCH, a share above
 * the alert effect with at least {@code min_n_alone} dossiers an ALERT.
 */
public final class StarMismatchCheck {
  /** Stable id of the check. */
  public static final String ID = "star_recomputed";

  private final Engine engine;
  private final Path folder;
  private final Model model;
  private final CheckSettings settings;

  public StarMismatchCheck(Engine engine, Path folder, Model model, CheckSettings settings) {
    this.engine = engine;
    this.folder = folder;
    this.model = model;
    this.settings = settings;
  }

  /** Makes the tables {@code signal} and {@code signal_evidence}. */
  public void run() {
    TableFile signals =
        new TableFile("signal")
            .columns(TEXT, "signal_id", "check_id", "body_id", "scope_kind", "scope_id", "period")
            .column("n", BIGINT)
            .columns(DOUBLE, "effect", "effect_lo", "effect_hi")
            .column("unit", TEXT)
            .columns(DOUBLE, "threshold", "p", "q")
            .columns(
                TEXT,
                "level",
                "state",
                "reason",
                "text_zh",
                "text_en",
                "model_id",
                "model_version");
    if (settings.isEnabled(ID)) {
      try (Rows rows =
          engine.query(
              "select body_id, n, n_above, n_below from star_mismatch_count order by body_id")) {
        while (rows.next()) {
          addSignal(
              signals,
              Objects.requireNonNull(rows.textAt(0)),
              rows.longAt(1),
              rows.longAt(2),
              rows.longAt(3));
        }
      }
    }
    signals.register(engine, folder);
    evidence();
  }

  private void addSignal(TableFile signals, String body, long n, long above, long below) {
    long differing = above + below;
    Estimate share = BinomialInterval.wilson(differing, n, 0.95);
    double effect = share.value().orElseThrow();
    double alert = settings.alertEffect().doubleValue();
    boolean isAlert = n >= settings.minNAlone() && effect >= alert;
    signals.row(
        ID + ":" + body,
        ID,
        body,
        "body",
        body,
        "*",
        n,
        effect,
        share.interval().orElseThrow().lower(),
        share.interval().orElseThrow().upper(),
        "share",
        isAlert ? alert : 0.0,
        null,
        null,
        isAlert ? "ALERT" : differing > 0 ? "WATCH" : "INFO",
        "NEW",
        null,
        n + " 份档案中 " + differing + " 份的授予星级与得分不符(偏高 " + above + ",偏低 " + below + ")",
        differing
            + " of "
            + n
            + " awarded stars do not follow from the scores ("
            + above
            + " above, "
            + below
            + " below)",
        model.modelId(),
        model.version());
  }

  private void evidence() {
    TableFile evidence =
        new TableFile("signal_evidence")
            .columns(TEXT, "signal_id", "body_id", "dossier_no", "file", "sheet")
            .column("row_number", INT)
            .columns(TEXT, "value", "expected");
    if (settings.isEnabled(ID)) {
      try (Rows rows =
          engine.query(
              "select body_id, dossier_no, file, sheet, row_number, awarded_star, recomputed_star"
                  + " from star_mismatch order by body_id, dossier_no")) {
        while (rows.next()) {
          evidence.row(
              ID + ":" + rows.textAt(0),
              rows.textAt(0),
              rows.textAt(1),
              rows.textAt(2),
              rows.textAt(3),
              rows.isNull(4) ? null : Long.valueOf(rows.longAt(4)),
              Long.toString(rows.longAt(5)),
              Long.toString(rows.longAt(6)));
        }
      }
    }
    evidence.register(engine, folder);
  }
}
