package org.evenstar.stats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;

class LinearTrendTest {
  private static final double[] TIMES = {0, 1, 3, 4};

  @Test
  void countsMeansAndDeviationsGiveTheRegressionOverEveryScore() {
    Random random = new Random(11);
    for (int draw = 0; draw < 50; draw++) {
      double[][] scores = new double[TIMES.length][];
      SimpleRegression all = new SimpleRegression();
      for (int j = 0; j < TIMES.length; j++) {
        scores[j] = random.doubles(1 + random.nextInt(30)).map(x -> 3 * x).toArray();
        for (double score : scores[j]) {
          all.addData(TIMES[j], score);
        }
      }

      LinearTrend trend = trend(scores);

      assertThat(trend.slope().value().orElseThrow()).isCloseTo(all.getSlope(), within(1e-12));
      assertThat(trend.slope().standardError().orElseThrow())
          .isCloseTo(all.getSlopeStdErr(), within(1e-12));
      assertThat(trend.probability()).isCloseTo(all.getSignificance(), within(1e-10));
      assertThat(trend.slope().interval().orElseThrow().upper() - all.getSlope())
          .isCloseTo(all.getSlopeConfidenceInterval(), within(1e-9));
    }
  }

  @Test
  void withoutATrendOneInTwentyIsCalledOne() {
    Random random = new Random(5);
    int called = 0;
    for (int draw = 0; draw < 2_000; draw++) {
      double[][] scores = new double[TIMES.length][];
      Arrays.setAll(scores, j -> random.doubles(8 + j).toArray());
      called += trend(scores).probability() < 0.05 ? 1 : 0;
    }
    assertThat(called / 2_000.0).isBetween(0.04, 0.06);
  }

  @Test
  void twoPeriodsAreNoTrendAndEqualScoresHaveNoInterval() {
    LinearTrend two =
        LinearTrend.of(
            new double[] {0, 1}, new long[] {9, 9}, new double[] {1, 2}, new double[2], 0.95);
    LinearTrend flat = trend(new double[][] {{2, 2}, {2}, {2, 2}, {2}});

    assertThat(two.slope().status()).isEqualTo(Status.TOO_FEW);
    assertThat(two.probability()).isEqualTo(1);
    assertThat(flat.slope().status()).isEqualTo(Status.NO_VARIATION);
    assertThat(flat.slope().value()).hasValue(0);
  }

  private static LinearTrend trend(double[][] scores) {
    return LinearTrend.of(
        TIMES,
        Arrays.stream(scores).mapToLong(of -> of.length).toArray(),
        Arrays.stream(scores).mapToDouble(of -> new Mean().evaluate(of)).toArray(),
        Arrays.stream(scores).mapToDouble(of -> new StandardDeviation().evaluate(of)).toArray(),
        0.95);
  }
}
