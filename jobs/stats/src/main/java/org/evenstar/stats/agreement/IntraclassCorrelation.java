package org.evenstar.stats.agreement;

import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * The six intraclass correlations of n institutions scored by the same k bodies.
 *
 * <p>From the two-way analysis of variance: mean squares of rows (institutions), columns (bodies),
 * error, and within rows. F-based intervals of McGraw and Wong (1996), Psychological Methods 1;
 * those of A,1 and A,k with Satterthwaite's degrees of freedom. Institutions with a missing score
 * are left out. No complete institution: NO_OVERLAP (or NO_DATA); one institution or one body:
 * TOO_FEW; all scores equal: NO_VARIATION.
 *
 * @param n complete institutions
 * @param bodies k
 * @param oneWaySingle ICC(1)
 * @param oneWayAverage ICC(k)
 * @param agreementSingle ICC(A,1): bodies interchangeable, their level counts
 * @param agreementAverage ICC(A,k)
 * @param consistencySingle ICC(C,1): only the order counts
 * @param consistencyAverage ICC(C,k)
 */
public record IntraclassCorrelation(
    int n,
    int bodies,
    Estimate oneWaySingle,
    Estimate oneWayAverage,
    Estimate agreementSingle,
    Estimate agreementAverage,
    Estimate consistencySingle,
    Estimate consistencyAverage) {

  /**
   * Computes all six.
   *
   * @param byBody one column of scores per body; NaN marks a missing score
   * @param confidence of the intervals
   */
  public static IntraclassCorrelation of(double[][] byBody, double confidence) {
    int k = byBody.length;
    int rows = k == 0 ? 0 : byBody[0].length;
    Squares squares = Squares.of(byBody, rows);
    int n = squares.n;
    if (n < 2 || k < 2) {
      Status status = rows == 0 ? Status.NO_DATA : n == 0 ? Status.NO_OVERLAP : Status.TOO_FEW;
      return absent(n, k, status);
    }
    if (squares.rows == 0 && squares.within == 0) {
      return absent(n, k, Status.NO_VARIATION);
    }
    double tail = (1 - confidence) / 2;
    return new IntraclassCorrelation(
        n,
        k,
        single(squares.rows, squares.within, n - 1.0, n * (k - 1.0), k, tail),
        average(squares.rows, squares.within, n - 1.0, n * (k - 1.0), tail),
        agreement(squares, k, 1, tail),
        agreement(squares, k, k, tail),
        single(squares.rows, squares.error, n - 1.0, (n - 1.0) * (k - 1), k, tail),
        average(squares.rows, squares.error, n - 1.0, (n - 1.0) * (k - 1), tail));
  }

  private static Estimate single(
      double between, double rest, double df1, double df2, int k, double tail) {
    double value = (between - rest) / (between + (k - 1) * rest);
    if (rest == 0) {
      return Estimate.of(value, value, value);
    }
    double f = between / rest;
    double low = f / Distributions.fQuantile(1 - tail, df1, df2);
    double high = f * Distributions.fQuantile(1 - tail, df2, df1);
    return Estimate.of(value, (low - 1) / (low + k - 1), (high - 1) / (high + k - 1));
  }

  private static Estimate average(
      double between, double rest, double df1, double df2, double tail) {
    if (between == 0) {
      return Estimate.absent(Status.NO_VARIATION);
    }
    double value = (between - rest) / between;
    if (rest == 0) {
      return Estimate.of(value, value, value);
    }
    double f = between / rest;
    double low = f / Distributions.fQuantile(1 - tail, df1, df2);
    double high = f * Distributions.fQuantile(1 - tail, df2, df1);
    return Estimate.of(value, 1 - 1 / low, 1 - 1 / high);
  }

  /** ICC(A,1) for {@code size} = 1, ICC(A,k) for {@code size} = k. */
  private static Estimate agreement(Squares s, int k, int size, double tail) {
    double n = s.n;
    double value =
        size == 1
            ? (s.rows - s.error) / (s.rows + (k - 1) * s.error + k * (s.columns - s.error) / n)
            : (s.rows - s.error) / (s.rows + (s.columns - s.error) / n);
    if (!Double.isFinite(value) || s.rows == 0) {
      return Estimate.absent(Status.NO_VARIATION);
    }
    if (1 - value < Agreement.NO_ROOM) {
      return Estimate.of(1, 1, 1);
    }
    double scale = size == 1 ? k : 1;
    double a = scale * value / (n * (1 - value));
    double b = 1 + scale * value * (n - 1) / (n * (1 - value));
    double columns = a * s.columns;
    double error = b * s.error;
    double freedom =
        (columns + error)
            * (columns + error)
            / (columns * columns / (k - 1) + error * error / ((n - 1) * (k - 1)));
    double lower = Distributions.fQuantile(1 - tail, n - 1, freedom);
    double upper = Distributions.fQuantile(1 - tail, freedom, n - 1);
    double low;
    double high;
    if (size == 1) {
      double noise = k * s.columns + (k * n - k - n) * s.error;
      low = n * (s.rows - lower * s.error) / (lower * noise + n * s.rows);
      high = n * (upper * s.rows - s.error) / (noise + n * upper * s.rows);
    } else {
      double noise = s.columns - s.error;
      low = n * (s.rows - lower * s.error) / (lower * noise + n * s.rows);
      high = n * (upper * s.rows - s.error) / (noise + n * upper * s.rows);
    }
    return Estimate.of(value, low, high);
  }

  private static IntraclassCorrelation absent(int n, int k, Status status) {
    Estimate none = Estimate.absent(status);
    return new IntraclassCorrelation(n, k, none, none, none, none, none, none);
  }

  /** Mean squares of the two-way analysis of variance over complete rows. */
  private record Squares(int n, double rows, double columns, double error, double within) {

    static Squares of(double[][] byBody, int length) {
      int k = byBody.length;
      int n = 0;
      double[] columnSums = new double[k];
      double grand = 0;
      for (int i = 0; i < length; i++) {
        if (isComplete(byBody, i)) {
          n++;
          for (int j = 0; j < k; j++) {
            columnSums[j] += byBody[j][i];
            grand += byBody[j][i];
          }
        }
      }
      double mean = grand / ((double) n * k);
      double rows = 0;
      double within = 0;
      for (int i = 0; i < length && n > 0; i++) {
        if (isComplete(byBody, i)) {
          double rowMean = 0;
          for (double[] column : byBody) {
            rowMean += column[i] / k;
          }
          rows += k * (rowMean - mean) * (rowMean - mean);
          for (double[] column : byBody) {
            within += (column[i] - rowMean) * (column[i] - rowMean);
          }
        }
      }
      double columns = 0;
      for (double sum : columnSums) {
        columns += n == 0 ? 0 : n * (sum / n - mean) * (sum / n - mean);
      }
      if (n < 2 || k < 2) {
        return new Squares(n, 0, 0, 0, 0);
      }
      double error = Math.max(0, within - columns);
      return new Squares(
          n,
          rows / (n - 1),
          columns / (k - 1),
          error / ((n - 1.0) * (k - 1)),
          within / (n * (k - 1.0)));
    }

    private static boolean isComplete(double[][] byBody, int row) {
      for (double[] column : byBody) {
        if (Double.isNaN(column[row])) {
          return false;
        }
      }
      return true;
    }
  }
}
