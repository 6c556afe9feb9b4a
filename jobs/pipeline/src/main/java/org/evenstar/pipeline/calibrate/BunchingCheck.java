package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;
import org.evenstar.stats.drift.Bunching;
import org.evenstar.stats.drift.SumLattice;

/**
 * Pattern check {@code bunching}: do scores at the star applied for pile up just above the
 * threshold? The pile is held to what the neighbouring scores and the lattice of possible scores
 * predict ({@link Bunching}, {@link SumLattice}), and to the other bodies' mean pile, since who
 * turns out to reach a star may apply for it everywhere. Effect: share of the dossiers near the
 * threshold.
 */
final class BunchingCheck {
  /** Hundredths a bin. */
  private static final int WIDTH = 2;

  private static final int BINS = 100 / WIDTH + 1;
  private static final CheckName CHECK = CheckName.BUNCHING;

  private record Pile(String body, long n, Bunching bunching, double effect, double error) {}

  /**
   * The excess that the other bodies show as well: their inverse-variance mean, where it is above
   * 0. Its spread is not added: nobody's pile is expected but for the standard's own doing.
   */
  private record Usual(double excess, double error) {
    static Usual without(Pile pile, List<Pile> piles) {
      double weights = 0;
      double sum = 0;
      for (Pile other : piles) {
        if (!other.body().equals(pile.body())) {
          double weight = 1 / (other.error() * other.error());
          weights += weight;
          sum += weight * other.effect();
        }
      }
      return sum > 0 ? new Usual(sum / weights, 1 / Math.sqrt(weights)) : new Usual(0, 0);
    }
  }

  private final CheckRun run;
  private final Map<String, Map<Long, long[]>> counts = new TreeMap<>();

  /** By body and star, by domain: how often each score was given. */
  private final Map<String, Map<Long, Map<Long, Long>>> parts = new TreeMap<>();

  private BunchingCheck(CheckRun run) {
    this.run = run;
  }

  static void run(CheckRun run) {
    BunchingCheck check = new BunchingCheck(run);
    check.read();
    check.histogram();
    if (run.isEnabled(CHECK)) {
      check.readParts();
      check.piles();
    }
  }

  /** The lattice of a body's scores in its bins, flat where that is not known. */
  private double[] shape(String body, Map<Long, long[]> stars, long unit) {
    double[] shape = new double[BINS];
    for (Map.Entry<Long, long[]> star : stars.entrySet()) {
      double n = Arrays.stream(star.getValue()).sum();
      List<Map<Long, Long>> own =
          List.copyOf(parts.getOrDefault(body + "\t" + star.getKey(), Map.of()).values());
      double[] one = SumLattice.histogram(own, unit, BINS, n);
      if (one.length == 0) {
        Arrays.fill(shape, 1);
        return shape;
      }
      Arrays.setAll(shape, bin -> shape[bin] + one[bin]);
    }
    return shape;
  }

  /** A bin's width in exact units of star scores. */
  private long unit() {
    try (Rows rows =
        run.engine()
            .query(
                "select 10000 * model_rule.exact_unit * model_rule.domain_weight_sum"
                    + " from model_rule")) {
      return rows.next() ? WIDTH * rows.longAt(0) : 1;
    }
  }

  private void readParts() {
    try (Rows rows =
        run.engine()
            .query(
                "select body_id, star, domain_no, part_exact, n from star_part"
                    + " order by body_id, star, domain_no, part_exact")) {
      while (rows.next()) {
        parts
            .computeIfAbsent(Sums.text(rows, 0) + "\t" + rows.longAt(1), star -> new TreeMap<>())
            .computeIfAbsent(rows.longAt(2), domain -> new TreeMap<>())
            .put(rows.longAt(3), rows.longAt(4));
      }
    }
  }

  private void read() {
    try (Rows rows =
        run.engine()
            .query("select body_id, star, bin, n from star_bin order by body_id, star, bin")) {
      while (rows.next()) {
        counts.computeIfAbsent(Sums.text(rows, 0), body -> new TreeMap<>())
                .computeIfAbsent(rows.longAt(1), star -> new long[BINS])[
                Math.toIntExact(rows.longAt(2)) / WIDTH] +=
            rows.longAt(3);
      }
    }
  }

  private double threshold() {
    BigDecimal threshold = run.config().model().rule().threshold();
    return threshold == null ? 0 : threshold.doubleValue();
  }

  private void histogram() {
    TableFile table =
        new TableFile("body_histogram")
            .column("body_id", TEXT)
            .column("star", INT)
            .columns(DOUBLE, "bin_lo", "bin_hi")
            .column("n", BIGINT)
            .column("threshold", DOUBLE)
            .columns(TEXT, "model_id", "model_version");
    int least = run.settings().minNAlone();
    counts.forEach(
        (body, stars) ->
            stars.forEach(
                (star, bins) -> {
                  if (Arrays.stream(bins).sum() >= least) {
                    for (int bin = 0; bin < BINS; bin++) {
                      table.row(
                          body,
                          star,
                          bin * WIDTH / 100.0,
                          Math.min(100, (bin + 1) * WIDTH) / 100.0,
                          bins[bin],
                          threshold(),
                          run.config().model().modelId(),
                          run.config().model().version());
                    }
                  }
                }));
    table.register(run.engine(), run.folder());
  }

  private void piles() {
    CheckLimits limits = run.limits(CHECK);
    int at = (int) Math.round(threshold() * 100) / WIDTH;
    int reach = Math.min(run.count(CHECK, "reach_bins", "9"), Math.min(at, BINS - 2 - at));
    int below = run.count(CHECK, "below_bins", "4");
    long unit = unit();
    List<Pile> piles = new ArrayList<>();
    counts.forEach(
        (body, stars) -> {
          long[] bins = new long[BINS];
          stars.values().forEach(one -> Arrays.setAll(bins, i -> bins[i] + one[i]));
          long n = 0;
          for (int bin = at - reach; bin <= at + reach; bin++) {
            n += bins[bin];
          }
          Bunching bunching =
              n >= limits.minN() && reach > below
                  ? Bunching.of(
                      bins, shape(body, stars, unit), 0, new Bunching.Window(at, reach, below, 3))
                  : null;
          if (bunching != null && bunching.status() == Status.OK) {
            double excess = bunching.observedAt() - bunching.expectedAt();
            double error = Math.max(1, bunching.errorAt()) / n;
            piles.add(new Pile(body, n, bunching, excess / n, error));
          } else {
            notComputed(body, n);
          }
        });
    piles.forEach(pile -> add(limits, pile, Usual.without(pile, piles)));
  }

  private void notComputed(String body, long n) {
    run.book()
        .add(
            SignalDraft.of(CHECK, body)
                .n(n)
                .unit("share")
                .reason("MIN_N")
                .level(
                    Signal.Level.NOT_COMPUTED,
                    "阈值附近档案过少，未计算",
                    "too few dossiers near the threshold"));
  }

  private void add(CheckLimits limits, Pile pile, Usual usual) {
    double effect = pile.effect() - usual.excess();
    double error = Math.hypot(pile.error(), usual.error());
    double p = pile.bunching().probabilityAt(usual.excess() * pile.n(), usual.error() * pile.n());
    double reach = Distributions.normalReach(0.95) * error;
    Signal.Level level = limits.levelAbove(pile.n(), effect, p);
    String numbers =
        String.format(
            Locale.ROOT,
            " %.0f / %.1f (n %d)",
            (double) pile.bunching().observedAt(),
            pile.bunching().expectedAt(),
            pile.n());
    run.book()
        .add(
            SignalDraft.of(CHECK, pile.body())
                .n(pile.n())
                .unit("share")
                .effect(effect, effect - reach, effect + reach)
                .threshold(limits.watchEffect())
                .probability(p)
                .level(
                    level,
                    CHECK.title().zh() + "：" + run.name(pile.body(), true) + numbers,
                    CHECK.title().en() + ": " + run.name(pile.body(), false) + numbers));
    if (level.isFlagged()) {
      evidence(pile.body());
    }
  }

  /** The dossiers in the pile, by score. */
  private void evidence(String body) {
    String unit = "(10000 * model_rule.exact_unit * model_rule.domain_weight_sum)";
    int threshold = (int) Math.round(threshold() * 100);
    run.book()
        .addEvidenceOf(
            run.engine(),
            CHECK.id() + ":" + body,
            "select dossier.body_id, dossier.dossier_no, dossier.file, dossier.sheet,"
                + " dossier.row_number, cast(cast(round(cast(star_score.score_exact as double) *"
                + " 10000 / "
                + unit
                + ") as bigint) as string) as value, '"
                + threshold * 10_000
                + "' as expected from dossier inner join star_score on star_score.row_key ="
                + " dossier.row_key and star_score.star = dossier.applied_star cross join"
                + " model_rule where dossier.body_id = '"
                + body.replace("'", "''")
                + "' and star_score.is_assessed and dossier.anchor_id is null"
                + " and dossier.round_id is null and star_score.score_exact >= "
                + threshold
                + " * "
                + unit
                + " and star_score.score_exact < "
                + (threshold + WIDTH)
                + " * "
                + unit
                + " order by star_score.score_exact, dossier.dossier_no limit 200");
  }
}
