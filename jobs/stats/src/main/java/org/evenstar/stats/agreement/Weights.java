package org.evenstar.stats.agreement;

/** How much two categories agree, 1 when equal and 0 when farthest apart. */
public enum Weights {
  /** Equal or not. */
  IDENTITY {
    @Override
    double of(int distance, int categories) {
      return distance == 0 ? 1 : 0;
    }
  },
  /** {@code 1 - |i-j|/(q-1)} (Cicchetti and Allison 1971). */
  LINEAR {
    @Override
    double of(int distance, int categories) {
      return 1 - (double) distance / (categories - 1);
    }
  },
  /** {@code 1 - ((i-j)/(q-1))²} (Fleiss and Cohen 1973). */
  QUADRATIC {
    @Override
    double of(int distance, int categories) {
      double share = (double) distance / (categories - 1);
      return 1 - share * share;
    }
  },
  /** Gwet's ordinal weights {@code 1 - C(|i-j|+1, 2)/C(q, 2)}; not Krippendorff's metric. */
  ORDINAL {
    @Override
    double of(int distance, int categories) {
      return 1 - distance * (distance + 1.0) / (categories * (categories - 1.0));
    }
  };

  abstract double of(int distance, int categories);

  /** The weight matrix of {@code categories} ordered categories. */
  public double[][] matrix(int categories) {
    double[][] matrix = new double[categories][categories];
    for (int i = 0; i < categories; i++) {
      for (int j = 0; j < categories; j++) {
        matrix[i][j] = i == j ? 1 : of(Math.abs(i - j), categories);
      }
    }
    return matrix;
  }
}
