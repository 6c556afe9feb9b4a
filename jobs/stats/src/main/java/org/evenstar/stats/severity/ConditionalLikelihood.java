package org.evenstar.stats.severity;

import java.util.Arrays;
import java.util.List;

/** The conditional likelihood of all informative groups, with gradient and information. */
final class ConditionalLikelihood {

  /** Patterns of at most this many cells are convolved exactly, information too. */
  static final int SHORT = 8;

  private static final int MOST_CHUNKS = 16;
  private static final long AFFORDABLE_DOUBLES = 12_000_000;

  private final Groups groups;
  private final Layout layout;
  private final Normaliser normaliser;
  private final int threads;
  private final int categories;
  private final double[] theta;
  private final double[] observed;
  private final double[] observedStatistic;
  private final int[] bounds;

  ConditionalLikelihood(Groups groups, Layout layout, Normaliser normaliser, int threads) {
    this.groups = groups;
    this.layout = layout;
    this.normaliser = normaliser;
    this.threads = threads;
    this.categories = groups.categories();
    this.theta = new double[groups.groups()];
    for (int group = 0; group < theta.length; group++) {
      double maximum = groups.maximum(group);
      double score = Math.max(0.5, Math.min(maximum - 0.5, groups.score(group)));
      theta[group] = Math.log(score / (maximum - score));
    }
    this.observed = new ObservedCounts(groups, threads).informative();
    this.observedStatistic = statistic(observed);
    long doubles = Likelihood.doubles(layout, groups.cellCount(), categories);
    int chunks =
        (int) Math.max(2, Math.min(MOST_CHUNKS, AFFORDABLE_DOUBLES / Math.max(1, doubles)));
    this.bounds = Chunks.cut(groups.patterns(), chunks, this::cost);
  }

  /** Category counts by cell over the informative groups. */
  double[] observed() {
    return observed;
  }

  /** Sums at the given parameters; the log likelihood and the gradient follow from them. */
  Likelihood at(RaschParameters parameters) {
    CellWeights weights = new CellWeights(parameters, groups);
    List<Likelihood> parts =
        Chunks.map(
            bounds.length - 1, threads, chunk -> part(weights, bounds[chunk], bounds[chunk + 1]));
    Likelihood sums = parts.get(0);
    for (int chunk = 1; chunk < parts.size(); chunk++) {
      sums.add(parts.get(chunk));
    }
    sums.collect(groups.data().indicators());
    return sums;
  }

  /** Log likelihood, conditional on all totals. */
  double logLikelihood(RaschParameters parameters, Likelihood sums) {
    CellWeights weights = new CellWeights(parameters, groups);
    double log = -sums.logNormaliser;
    for (int cell = 0; cell < groups.cellCount(); cell++) {
      for (int k = 1; k < categories; k++) {
        log += observed[cell * categories + k] * weights.log(cell, k);
      }
    }
    return log;
  }

  /** Whether a pattern's groups are answered by {@link MomentConvolution}. */
  boolean isShort(int length) {
    return length <= SHORT && mayBeExact();
  }

  private boolean mayBeExact() {
    return normaliser == Normaliser.AUTOMATIC || normaliser == Normaliser.EXACT;
  }

  private long cost(int pattern) {
    return (long) groups.length(pattern)
        * (groups.firstGroup(pattern + 1) - groups.firstGroup(pattern));
  }

  private Likelihood part(CellWeights weights, int from, int to) {
    Likelihood sums = new Likelihood(layout, groups.cellCount(), categories);
    CellMoments moments = new CellMoments(weights, groups.longest());
    SaddlePoint saddle = new SaddlePoint(moments, categories, normaliser);
    ExactConvolution exact = new ExactConvolution(moments, categories);
    MomentConvolution shortExact = new MomentConvolution(moments, categories);
    LocalPlaces places = new LocalPlaces(layout, groups.data().indicators());
    int[] cells = new int[groups.longest()];
    for (int pattern = from; pattern < to; pattern++) {
      int informative = informativeGroups(pattern);
      if (informative == 0) {
        continue;
      }
      int length = groups.cells(pattern, cells);
      places.of(cells, length);
      if (isShort(length)) {
        addShort(sums, shortExact, places, pattern, cells, length);
        continue;
      }
      boolean isCounted =
          prefersExact(length, informative) && exact.add(sums, groups, pattern, cells, length);
      for (int group = groups.firstGroup(pattern);
          group < groups.firstGroup(pattern + 1);
          group++) {
        if (groups.isInformative(group)) {
          int score = groups.score(group);
          theta[group] = moments.solve(cells, length, score, theta[group]);
          saddle.addInformation(sums, places, cells, length, groups.size(group), layout.size());
          if (!isCounted) {
            saddle.addCounts(sums, cells, length, theta[group], score, groups.size(group));
          }
        }
      }
    }
    return sums;
  }

  private void addShort(
      Likelihood sums,
      MomentConvolution exact,
      LocalPlaces places,
      int pattern,
      int[] cells,
      int length) {
    exact.fill(places, cells, length, true);
    for (int group = groups.firstGroup(pattern); group < groups.firstGroup(pattern + 1); group++) {
      if (groups.isInformative(group)) {
        exact.add(sums, places, groups.score(group), groups.size(group), layout.size());
      }
    }
  }

  private int informativeGroups(int pattern) {
    int count = 0;
    for (int group = groups.firstGroup(pattern); group < groups.firstGroup(pattern + 1); group++) {
      count += groups.isInformative(group) ? 1 : 0;
    }
    return count;
  }

  /** Exact counts cost totals × categories a cell, the saddle point some forty a group and cell. */
  private boolean prefersExact(int length, int informative) {
    long totals = (long) length * (categories - 1) + 1;
    if (!mayBeExact() || totals * length > 4_000_000) {
      return false;
    }
    return normaliser == Normaliser.EXACT || totals * categories <= 60L * informative;
  }

  /** The gradient: expected less observed statistics. */
  double[] gradient(Likelihood sums) {
    double[] gradient = Arrays.copyOf(sums.statistic, layout.size());
    for (int place = 0; place < gradient.length; place++) {
      gradient[place] -= observedStatistic[place];
    }
    return gradient;
  }

  private double[] statistic(double[] counts) {
    Likelihood seen = new Likelihood(layout, groups.cellCount(), categories);
    System.arraycopy(counts, 0, seen.expected, 0, counts.length);
    seen.collect(groups.data().indicators());
    return seen.statistic;
  }
}
