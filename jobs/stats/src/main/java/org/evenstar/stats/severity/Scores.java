package org.evenstar.stats.severity;

import java.util.Arrays;
import java.util.List;

/**
 * The sum over institutions of the outer product of their scores (gradients): the middle of the
 * sandwich that allows for dependence within an institution (Huber 1967; White 1982), times n/(n -
 * 1).
 */
final class Scores {

  private static final int CHUNKS = 8;

  private final Groups groups;
  private final Layout layout;
  private final CellWeights weights;

  Scores(Groups groups, Layout layout, RaschParameters parameters) {
    this.groups = groups;
    this.layout = layout;
    this.weights = new CellWeights(parameters, groups);
  }

  /** The matrix, by rows. */
  double[] outerProducts(int threads) {
    int[] bounds = Chunks.cut(groups.groups(), CHUNKS, groups::size);
    List<double[]> parts =
        Chunks.map(CHUNKS, threads, chunk -> part(bounds[chunk], bounds[chunk + 1]));
    double[] sums = parts.get(0);
    for (int chunk = 1; chunk < CHUNKS; chunk++) {
      double[] part = parts.get(chunk);
      for (int i = 0; i < part.length; i++) {
        sums[i] += part[i];
      }
    }
    double n = 0;
    for (int group = 0; group < groups.groups(); group++) {
      n += groups.isInformative(group) ? groups.size(group) : 0;
    }
    for (int i = 0; n > 1 && i < sums.length; i++) {
      sums[i] *= n / (n - 1);
    }
    return sums;
  }

  private double[] part(int from, int to) {
    int size = layout.size();
    double[] sums = new double[size * size];
    Worker worker = new Worker();
    for (int group = from; group < to; group++) {
      if (groups.isInformative(group)) {
        worker.add(group, sums);
      }
    }
    return sums;
  }

  private final class Worker {
    private final int categories = groups.categories();
    private final CellMoments moments = new CellMoments(weights, groups.longest());
    private final SaddlePoint saddle =
        new SaddlePoint(moments, categories, Normaliser.SADDLE_POINT);
    private final MomentConvolution exact = new MomentConvolution(moments, categories);
    private final LocalPlaces places = new LocalPlaces(layout, groups.data().indicators());
    private final int[] cells = new int[groups.longest()];
    private final byte[] given = new byte[groups.longest()];
    private final int[] order = new int[groups.mostRows()];
    private final double[] expected = new double[layout.size()];
    private final double[] score = new double[layout.size()];
    private double[] local = new double[0];
    private int pattern = -1;
    private int length;

    void add(int group, double[] sums) {
      if (groups.patternOf(group) != pattern) {
        pattern = groups.patternOf(group);
        length = groups.cells(pattern, cells);
        places.of(cells, length);
        if (length <= ConditionalLikelihood.SHORT) {
          exact.fill(places, cells, length, false);
        }
      }
      if (length <= ConditionalLikelihood.SHORT) {
        exact.expect(places, groups.score(group), expected);
      } else {
        moments.solve(cells, length, groups.score(group), 0);
        saddle.expect(places, length, expected);
      }
      int dimension = places.size();
      if (local.length < dimension * dimension) {
        local = new double[dimension * dimension];
      }
      Arrays.fill(local, 0, dimension * dimension, 0);
      for (int i = groups.first(group); i < groups.first(group + 1); i++) {
        addInstitution(groups.institutionAt(i), dimension);
      }
      int size = layout.size();
      for (int a = 0; a < dimension; a++) {
        for (int b = 0; b < dimension; b++) {
          double product = b >= a ? local[a * dimension + b] : local[b * dimension + a];
          sums[places.global(a) * size + places.global(b)] += product;
        }
      }
    }

    private void addInstitution(int institution, int dimension) {
      groups.categories(institution, pattern, order, given);
      for (int a = 0; a < dimension; a++) {
        score[a] = -expected[a];
      }
      for (int j = 0; j < length; j++) {
        for (int t = 0; t < given[j]; t++) {
          Statistics.add(score, places, j, t, 1);
        }
      }
      for (int a = 0; a < dimension; a++) {
        double row = score[a];
        for (int b = a; b < dimension; b++) {
          local[a * dimension + b] += row * score[b];
        }
      }
    }
  }
}
