package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.stats.Interval;
import org.evenstar.stats.multiple.Equivalence;
import org.evenstar.stats.severity.BodyEstimate;
import org.evenstar.stats.severity.RaschFit;
import org.jspecify.annotations.Nullable;

/**
 * Whether two bodies have been shown to mean the same: two one-sided tests of the difference of
 * their severities on 0…1 against the margin (Schuirmann 1987).
 */
final class SeverityPairs {
  private static final double ALPHA = 0.05;

  private final RunConfig config;
  private final List<String> bodies;
  private final Map<Long, Pair> known = new HashMap<>();

  private record Pair(double difference, Interval interval, Equivalence.Answer answer, int n) {}

  SeverityPairs(RunConfig config, List<String> bodies) {
    this.config = config;
    this.bodies = bodies;
  }

  void add(RaschFit fit, ScoreScale scale) {
    double margin = config.checks().equivalenceMargin().doubleValue();
    for (BodyEstimate a : fit.bodies()) {
      for (BodyEstimate b : fit.bodies()) {
        if (a.body() < b.body() && a.component() == b.component()) {
          double difference = scale.of(b.severity() - a.severity());
          double error = scale.of(fit.differenceError(a.body(), b.body()));
          if (error > 0) {
            Equivalence test = Equivalence.test(difference, error, margin, ALPHA);
            int n = Math.min(a.linkedInstitutions(), b.linkedInstitutions());
            known.put(
                key(a.body(), b.body()), new Pair(difference, test.interval(), test.answer(), n));
          }
        }
      }
    }
  }

  private static long key(int a, int b) {
    return ((long) a << 32) | b;
  }

  void register(Engine engine, Path folder) {
    TableFile table =
        new TableFile("severity_pair")
            .columns(TEXT, "body_a", "body_b", "status")
            .columns(DOUBLE, "difference", "lo", "hi", "margin")
            .column("answer", TEXT)
            .column("n_linked", INT)
            .columns(TEXT, "model_id", "model_version");
    // All pairs of a handful of bodies; of hundreds only those that are known.
    boolean isSmall = bodies.size() <= 20;
    for (int a = 0; a < bodies.size(); a++) {
      for (int b = a + 1; b < bodies.size(); b++) {
        Pair pair = known.get(key(a, b));
        if (pair != null || isSmall) {
          row(table, bodies.get(a), bodies.get(b), pair);
        }
      }
    }
    table.register(engine, folder);
  }

  private void row(TableFile table, String a, String b, @Nullable Pair pair) {
    Equivalence.Answer answer = pair == null ? Equivalence.Answer.NOT_IDENTIFIED : pair.answer();
    table.row(
        a,
        b,
        pair == null ? "NOT_IDENTIFIED" : "IDENTIFIED",
        pair == null ? null : Double.valueOf(pair.difference()),
        pair == null ? null : Double.valueOf(pair.interval().lower()),
        pair == null ? null : Double.valueOf(pair.interval().upper()),
        config.checks().equivalenceMargin().doubleValue(),
        answer.name(),
        pair == null ? 0 : pair.n(),
        config.model().modelId(),
        config.model().version());
  }
}
