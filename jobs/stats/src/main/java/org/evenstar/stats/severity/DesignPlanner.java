package org.evenstar.stats.severity;

/**
 * How many institutions two bodies must both score.
 *
 * <p>An institution scored by two bodies on I indicators with variance v of a rating gives I v / 2
 * of information on the difference of their severities, so n of them give it the standard error
 * {@code sqrt(2 / (n I v))}. v is taken from the data: the variance of ratings within a dossier
 * after the indicators' means.
 */
public final class DesignPlanner {

  private static final double SMALLEST_VARIANCE = 0.05;

  private final double ratings;
  private final double variance;

  /** Reads the ratings once. */
  public DesignPlanner(SeverityData data) {
    int indicators = data.indicators();
    double[] sum = new double[indicators];
    double[] count = new double[indicators];
    byte[] row = new byte[Math.max(1, indicators)];
    for (int d = 0; d < data.dossiers(); d++) {
      data.copyRow(data.row(d), row);
      for (int i = 0; i < indicators; i++) {
        if (row[i] >= 0) {
          sum[i] += row[i];
          count[i]++;
        }
      }
    }
    double squares = 0;
    double freedom = 0;
    double dossiers = 0;
    for (int d = 0; d < data.dossiers(); d++) {
      data.copyRow(data.row(d), row);
      double n = 0;
      double total = 0;
      double totalSquares = 0;
      for (int i = 0; i < indicators; i++) {
        if (row[i] >= 0) {
          double residual = row[i] - sum[i] / count[i];
          n++;
          total += residual;
          totalSquares += residual * residual;
        }
      }
      if (n > 0) {
        squares += totalSquares - total * total / n;
        freedom += n - 1;
        dossiers++;
      }
    }
    this.ratings = dossiers == 0 ? 1 : data.ratings() / dossiers;
    this.variance = Math.max(SMALLEST_VARIANCE, freedom > 0 ? squares / freedom : 0);
  }

  /** What joins two bodies that nothing joins yet. */
  public DesignAdvice join(int bodyA, int bodyB, double wantedError) {
    return advice(bodyA, bodyB, 1, dossiersFor(wantedError), wantedError);
  }

  /**
   * How many more institutions bring the difference of two linked bodies to a wanted error.
   *
   * @param error the standard error of their difference now, in logits
   */
  public DesignAdvice more(int bodyA, int bodyB, double error, double wantedError) {
    double now = 2 / (ratings * variance * error * error);
    int more = (int) Math.max(0, Math.ceil(exactly(wantedError) - now - 1e-9));
    double expected = Math.sqrt(2 / ((now + more) * ratings * variance));
    return new DesignAdvice(bodyA, bodyB, 0, more, expected);
  }

  /** Institutions two bodies must share for a standard error of their difference. */
  public int dossiersFor(double wantedError) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.ceil(exactly(wantedError) - 1e-9)));
  }

  private double exactly(double wantedError) {
    return 2 / (ratings * variance * wantedError * wantedError);
  }

  private DesignAdvice advice(int bodyA, int bodyB, int fewest, int wanted, double error) {
    return new DesignAdvice(
        bodyA,
        bodyB,
        fewest,
        wanted,
        Math.min(error, Math.sqrt(2 / (wanted * ratings * variance))));
  }
}
