package org.evenstar.pipeline;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.disclose.CoarserTables;
import org.evenstar.schemas.config.RunConfig;

/** What a run came to: totals, and what needs a person's look. */
final class Outcome {
  private final RunConfig config;
  private final Engine engine;

  Outcome(RunConfig config, Engine engine) {
    this.config = config;
    this.engine = engine;
  }

  /** Makes the tables that an outcome is told from out of a release, instead of computing them. */
  static void register(Engine engine, Path release) {
    for (String dataset : List.of("quality", "problem", "signal")) {
      engine.register(dataset, List.of(release.resolve("association/" + dataset + ".parquet")));
    }
  }

  /**
   * Refuses to go on when a body's quarantined share is above the run's limit.
   *
   * @throws RunStopped naming every such body
   */
  void stopIfTooMuchIsQuarantined() {
    BigDecimal limit = config.run().maxQuarantinedShare();
    List<String> over = new ArrayList<>();
    try (Rows rows =
        engine.query(
            "select body_id, cast(sum(n_read) as bigint) as n_read,"
                + " cast(sum(n_quarantined) as bigint) as n_quarantined from quality"
                + " where reason_code = '*' group by body_id order by body_id")) {
      while (rows.next()) {
        long read = rows.longAt(1);
        long quarantined = rows.longAt(2);
        if (config.run().isTooMuch(quarantined, read)) {
          over.add(rows.textAt(0) + " (" + quarantined + " of " + read + ")");
        }
      }
    }
    if (!over.isEmpty()) {
      throw new RunStopped(
          "Cannot publish: more than "
              + limit.movePointRight(2).stripTrailingZeros().toPlainString()
              + " % of the rows of "
              + String.join(", ", over)
              + " were quarantined; mend the deliveries (evenstar check tells every row),"
              + " or raise max_quarantined_share in run.json");
    }
  }

  RunResult result(Path release, boolean isNew) throws IOException {
    long[] totals = new long[4];
    try (Rows rows =
        engine.query(
            "select cast(coalesce(sum(n_read), 0) as bigint) as n_read,"
                + " cast(coalesce(sum(n_accepted), 0) as bigint) as n_accepted,"
                + " cast(coalesce(sum(n_repaired), 0) as bigint) as n_repaired,"
                + " cast(coalesce(sum(n_quarantined), 0) as bigint) as n_quarantined"
                + " from quality where reason_code = '*'")) {
      rows.next();
      for (int i = 0; i < totals.length; i++) {
        totals[i] = rows.longAt(i);
      }
    }
    return new RunResult(
        release, isNew, totals[0], totals[1], totals[2], totals[3], attention(release, totals[3]));
  }

  private List<RunResult.Attention> attention(Path release, long quarantined) throws IOException {
    List<RunResult.Attention> attention = new ArrayList<>();
    long stopped = count("select count(*) as n from problem where severity = 'STOP'");
    if (stopped > 0) {
      attention.add(
          new RunResult.Attention(
              stopped + " 个文件问题使整个文件未被接收（association/problem.csv，severity = STOP）",
              stopped
                  + " problems kept a whole file out (association/problem.csv, severity = STOP)"));
    }
    if (quarantined > 0) {
      attention.add(
          new RunResult.Attention(
              quarantined + " 行被隔离，原因见 association/problem.csv",
              quarantined + " rows were quarantined; association/problem.csv says why"));
    }
    for (String level : List.of("ALERT", "WATCH")) {
      long n = count("select count(*) as n from signal where level = '" + level + "'");
      if (n > 0) {
        attention.add(
            new RunResult.Attention(
                n + " 个 " + level + " 信号（association/signal.csv）",
                n + " signals of level " + level + " (association/signal.csv)"));
      }
    }
    CoarserTables.of(release, config.disclosure().coarsenAbove()).ifPresent(attention::add);
    return attention;
  }

  private long count(String query) {
    try (Rows rows = engine.query(query)) {
      rows.next();
      return rows.longAt(0);
    }
  }
}
