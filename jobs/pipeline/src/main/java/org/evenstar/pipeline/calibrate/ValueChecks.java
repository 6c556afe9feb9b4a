package org.evenstar.pipeline.calibrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.stats.drift.DigitPreference;
import org.jspecify.annotations.Nullable;

/**
 * Pattern checks of which values a body gives: {@code few_values}, {@code threshold_rounding} and
 * {@code digit_preference}. Scores of one dossier are not independent, so errors count dossiers.
 */
final class ValueChecks {
  /** Fewer values on the grid of hundredths are words, not numbers: no digit is preferred. */
  private static final int LEAST_VALUES = 20;

  private static final long HUNDREDTH = 10_000;

  private final CheckRun run;
  private final Map<String, Long> dossiers = new HashMap<>();
  private final Map<String, TreeMap<Long, Long>> values = new TreeMap<>();

  private ValueChecks(CheckRun run) {
    this.run = run;
  }

  static void run(CheckRun run) {
    ValueChecks checks = new ValueChecks(run);
    checks.read();
    checks.fewValues();
    Long threshold = TableFile.micro(run.config().model().rule().threshold());
    if (threshold != null && threshold > 0) {
      checks.thresholdRounding(threshold);
    }
    if (run.isEnabled(CheckName.DIGIT_PREFERENCE)) {
      checks.digits();
    }
  }

  private void read() {
    try (Rows rows = run.engine().query("select body_id, n from body_shape")) {
      while (rows.next()) {
        dossiers.put(Sums.text(rows, 0), rows.longAt(1));
      }
    }
    try (Rows rows =
        run.engine()
            .query(
                "select body_id, score_micro, n from body_value order by body_id, score_micro")) {
      while (rows.next()) {
        values
            .computeIfAbsent(Sums.text(rows, 0), body -> new TreeMap<>())
            .put(rows.longAt(1), rows.longAt(2));
      }
    }
  }

  private static double total(Map<Long, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Diversity {@code 1 - Σp²} (Simpson 1949), its error by the delta method. */
  private void fewValues() {
    List<AgainstOthers.Unit> units = new ArrayList<>();
    values.forEach(
        (body, counts) -> {
          double total = total(counts);
          double squares = 0;
          double cubes = 0;
          for (long count : counts.values()) {
            double share = count / total;
            squares += share * share;
            cubes += share * share * share;
          }
          long n = dossiers.getOrDefault(body, 0L);
          double variance = 4 * Math.max(0, cubes - squares * squares) / Math.max(1, n);
          units.add(
              new AgainstOthers.Unit(body, n, 1 - squares, Math.max(1e-3, Math.sqrt(variance))));
        });
    AgainstOthers.run(
        run, CheckName.FEW_VALUES, units, AgainstOthers.Side.BELOW, "diversity", "0.10", "0.20");
  }

  /** A scale without a step at the threshold takes no part. */
  private void thresholdRounding(long threshold) {
    List<AgainstOthers.Unit> units = new ArrayList<>();
    values.forEach(
        (body, counts) -> {
          Long at = counts.get(threshold);
          long n = dossiers.getOrDefault(body, 0L);
          if (at != null && n > 0) {
            double share = at / total(counts);
            units.add(
                new AgainstOthers.Unit(body, n, share, Sums.shareError(Math.round(share * n), n)));
          }
        });
    AgainstOthers.run(
        run,
        CheckName.THRESHOLD_ROUNDING,
        units,
        AgainstOthers.Side.ABOVE,
        "share",
        "0.10",
        "0.20");
  }

  private void digits() {
    Map<String, double[]> digits = new TreeMap<>();
    double[] all = new double[10];
    values.forEach(
        (body, counts) -> {
          double[] own = lastDigits(counts);
          if (own != null) {
            digits.put(body, own);
            for (int digit = 0; digit < 10; digit++) {
              all[digit] += own[digit];
            }
          }
        });
    // Others who score alike are what is usual; a body alone is held to all digits alike.
    digits.forEach((body, own) -> digits(body, own, digits.size() > 2 ? less(all, own) : null));
  }

  private static double[] less(double[] all, double[] own) {
    double[] others = new double[10];
    for (int digit = 0; digit < 10; digit++) {
      others[digit] = all[digit] - own[digit];
    }
    return others;
  }

  private static double @Nullable [] lastDigits(Map<Long, Long> counts) {
    double[] digits = new double[10];
    int distinct = 0;
    for (Map.Entry<Long, Long> value : counts.entrySet()) {
      if (value.getKey() % HUNDREDTH == 0) {
        distinct++;
        digits[(int) (value.getKey() / HUNDREDTH % 10)] += value.getValue();
      }
    }
    return distinct < LEAST_VALUES ? null : digits;
  }

  private void digits(String body, double[] own, double @Nullable [] others) {
    double sum = java.util.Arrays.stream(own).sum();
    double sumOthers = others == null ? 0 : java.util.Arrays.stream(others).sum();
    long n = dossiers.getOrDefault(body, 0L);
    long[] counts = new long[10];
    double[] shares = new double[10];
    for (int digit = 0; digit < 10; digit++) {
      counts[digit] = Math.round(own[digit] / sum * n);
      // Half a score is added, so that a digit nobody else used is rare and not impossible.
      shares[digit] = others == null ? 0.1 : (others[digit] + 0.5) / (sumOthers + 5);
    }
    CheckName check = CheckName.DIGIT_PREFERENCE;
    CheckLimits limits = run.limits(check, new BigDecimal("0.10"), new BigDecimal("0.20"));
    DigitPreference test = DigitPreference.of(counts, shares);
    Signal.Level level = limits.level(n, test.index(), test.probability());
    run.book()
        .add(
            SignalDraft.of(check, body)
                .n(n)
                .unit("share")
                .effect(test.index())
                .threshold(limits.watchEffect())
                .probability(test.probability())
                .level(
                    test.status().isOk() ? level : Signal.Level.NOT_COMPUTED,
                    check.title().zh() + "：" + run.name(body, true) + "偏好末位 " + test.preferred(),
                    check.title().en()
                        + ": "
                        + run.name(body, false)
                        + " prefers the last digit "
                        + test.preferred()));
  }
}
