package org.evenstar.pipeline;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DATE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.jspecify.annotations.Nullable;

/** Landed tables written by hand, for tests of the SQL alone. */
final class LandedFixture {
  private final TableFile dossiers =
      new TableFile("landed_dossier")
          .column("row_key", BIGINT)
          .column("content_hash", BIGINT)
          .columns(TEXT, "delivery_id", "body_id", "source_id", "period", "file")
          .column("sheet", TEXT)
          .column("row_number", INT)
          .columns(TEXT, "status", "dossier_no")
          .column("revision", INT)
          .columns(TEXT, "action", "institution_code", "institution_name", "region_code")
          .columns(TEXT, "sector_id", "organisation_type")
          .columns(INT, "applied_star", "awarded_star")
          .column("star_absence", TEXT)
          .columns(DATE, "assessed_on", "certified_on", "expires_on")
          .columns(TEXT, "anchor_id", "round_id", "model_id", "model_version")
          .columns(TEXT, "scale_map_version", "owner_code");
  private final TableFile scores =
      new TableFile("landed_score")
          .column("row_key", BIGINT)
          .column("item_no", INT)
          .column("raw", TEXT)
          .columns(BIGINT, "points_micro", "score_micro")
          .column("absence", TEXT);
  private final TableFile problems =
      new TableFile("landed_problem")
          .columns(TEXT, "delivery_id", "body_id", "source_id", "period", "file", "sheet")
          .column("row_number", INT)
          .columns(TEXT, "column_name", "value", "reason_code", "severity")
          .column("row_key", BIGINT)
          .column("detail", TEXT);
  private final TableFile deliveries =
      new TableFile("landed_delivery")
          .columns(TEXT, "delivery_id", "body_id", "source_id", "period", "file")
          .column("bytes", BIGINT)
          .columns(TEXT, "format", "encoding", "encoding_evidence")
          .columns(BIGINT, "n_read", "n_accepted", "n_repaired", "n_quarantined", "n_notes");
  private long rows;

  LandedFixture() {
    this(0);
  }

  /**
   * @param former rows that other fixtures hold
   */
  LandedFixture(long former) {
    rows = former;
  }

  /** A dossier's traits that benchmarks look at, with usual values. */
  static final class Traits {
    private String period = "2024-03";
    private LocalDate assessedOn = LocalDate.of(2024, 3, 5);
    private @Nullable LocalDate expiresOn;
    private String region = "430100";
    private String sector = "training";
    private String type = "enterprise";
    private int applied = 5;
    private @Nullable String institution;
    private @Nullable String name;
    private @Nullable String round;

    Traits on(LocalDate day) {
      assessedOn = day;
      period = day.toString().substring(0, 7);
      return this;
    }

    Traits until(LocalDate day) {
      expiresOn = day;
      return this;
    }

    Traits in(String code) {
      region = code;
      return this;
    }

    Traits sector(String id) {
      sector = id;
      return this;
    }

    Traits type(String id) {
      type = id;
      return this;
    }

    Traits applied(int star) {
      applied = star;
      return this;
    }

    Traits institution(String code) {
      institution = code;
      return this;
    }

    Traits named(String text) {
      name = text;
      return this;
    }

    Traits round(String id) {
      round = id;
      return this;
    }
  }

  /** Adds a first-revision dossier and returns its row key. */
  long dossier(String body, String number, @Nullable Integer awarded) {
    return dossier(body, number, 1, "ASSESS", "h" + body + number, awarded);
  }

  long dossier(
      String body,
      String number,
      int revision,
      String action,
      String hash,
      @Nullable Integer awarded) {
    return dossier(body, number, revision, action, hash, awarded, new Traits());
  }

  /** Adds a first-revision dossier with traits. */
  long dossier(String body, String number, @Nullable Integer awarded, Traits traits) {
    return dossier(body, number, 1, "ASSESS", "h" + body + number, awarded, traits);
  }

  /** Adds a dossier's revision with traits. */
  long dossier(
      String body,
      String number,
      int revision,
      String action,
      String hash,
      @Nullable Integer awarded,
      Traits traits) {
    long key = ++rows;
    dossiers.row(
        key,
        hash.hashCode(),
        "d1",
        body,
        body,
        traits.period,
        "file.csv",
        null,
        key,
        "ACCEPTED",
        number,
        revision,
        action,
        traits.institution == null ? "I" + number : traits.institution,
        traits.name == null ? "机构" + number : traits.name,
        traits.region,
        traits.sector,
        traits.type,
        traits.applied,
        awarded,
        null,
        traits.assessedOn,
        null,
        traits.expiresOn,
        null,
        traits.round,
        "M",
        "1",
        "1",
        null);
    return key;
  }

  /** Adds a score; null means not applicable. */
  LandedFixture score(long rowKey, int itemNo, @Nullable Long scoreMicro) {
    scores.row(
        rowKey, itemNo, "", scoreMicro, scoreMicro, scoreMicro == null ? "NOT_APPLICABLE" : null);
    return this;
  }

  /** Adds a row that was set aside. */
  LandedFixture problem(String body, String reason, int rowNumber) {
    problems.row(
        "d1",
        body,
        body,
        "2024-03",
        "file.csv",
        null,
        rowNumber,
        null,
        null,
        reason,
        "QUARANTINE",
        null,
        null);
    return this;
  }

  /** Adds a delivery of {@code read} rows, all accepted. */
  LandedFixture delivery(String body, long read) {
    deliveries.row(
        "d1", body, body, "2024-03", "file.csv", 1, "csv", "UTF-8", "", read, read, 0, 0, 0);
    return this;
  }

  /** Registers the four tables. */
  void register(Engine engine, Path folder) {
    dossiers.register(engine, folder);
    scores.register(engine, folder);
    problems.register(engine, folder);
    deliveries.register(engine, folder);
  }

  /** The tables as landing would have left them. */
  Landed landed(Engine engine, Path folder) {
    register(engine, folder);
    return new Landed(
        java.util.List.of(
            new Landed.Batch(
                "fixture",
                java.util.List.of(folder.resolve("landed_dossier.parquet")),
                java.util.List.of(folder.resolve("landed_score.parquet")))),
        java.util.List.of(folder.resolve("landed_problem.parquet")),
        java.util.List.of(folder.resolve("landed_delivery.parquet")),
        Map.of());
  }
}
