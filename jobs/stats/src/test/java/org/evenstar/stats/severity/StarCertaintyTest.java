package org.evenstar.stats.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StarCertaintyTest {

  private static final double[] CUTS = {0.3, 0.5, 0.7};
  private static final int INDICATORS = 20;

  /** Three thousand dossiers: the standard error of a share is under one point. */
  @Test
  void chancesAreWithinTwoPointsOfWhatSimulatedReassessmentsGive() {
    Random random = new Random(20);
    RaschParameters truth = truth();
    StarCertainty.Population population = new StarCertainty.Population(0.2, 1);
    int[] indicators = java.util.stream.IntStream.range(0, INDICATORS).toArray();
    double predictedSelf = 0;
    double predictedOther = 0;
    double predictedAccuracy = 0;
    double self = 0;
    double other = 0;
    double accuracy = 0;
    int n = 3000;
    for (int dossier = 0; dossier < n; dossier++) {
      double theta = 0.2 + random.nextGaussian();
      int[] given = draw(theta, 0, truth, random);
      StarCertainty certainty =
          StarCertainty.of(truth, population, 0, List.of(1), indicators, given, CUTS);
      int awarded = star(sum(given));
      predictedSelf += certainty.sameByItself() / n;
      predictedOther += certainty.sameByAnother() / n;
      predictedAccuracy += certainty.accuracy() / n;
      for (int repeat = 0; repeat < 10; repeat++) {
        self += star(sum(draw(theta, 0, truth, random))) == awarded ? 0.1 / n : 0;
        other += star(sum(draw(theta, 1, truth, random))) == awarded ? 0.1 / n : 0;
      }
      accuracy += star(expected(theta, truth)) == awarded ? 1.0 / n : 0;
    }

    assertThat(predictedSelf).isCloseTo(self, within(0.02));
    assertThat(predictedOther).isCloseTo(other, within(0.02));
    assertThat(predictedAccuracy).isCloseTo(accuracy, within(0.02));
    assertThat(predictedOther).isLessThan(predictedSelf);
  }

  @Test
  void probabilitiesOfStarsAddUpToOne() {
    int[] indicators = {0, 1, 2};
    StarCertainty certainty =
        StarCertainty.of(
            truth(),
            new StarCertainty.Population(0, 1),
            0,
            List.of(),
            indicators,
            new int[] {1, 2, 3},
            CUTS);

    assertThat(certainty.probability().stream().mapToDouble(p -> p).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(certainty.sameByAnother()).isEqualTo(certainty.sameByItself());
    assertThat(certainty.distance()).isCloseTo(0.7 - 6.0 / 9, within(1e-12));
  }

  private static RaschParameters truth() {
    double[] difficulty = new double[INDICATORS];
    for (int i = 0; i < INDICATORS; i++) {
      difficulty[i] = -1.2 + 2.4 * i / (INDICATORS - 1);
    }
    return new RaschParameters(
        RaschModel.RATING_SCALE,
        new double[] {-0.4, 0.4},
        difficulty,
        new double[][] {Simulation.THRESHOLDS});
  }

  private static int[] draw(double theta, int body, RaschParameters truth, Random random) {
    int[] given = new int[INDICATORS];
    for (int i = 0; i < INDICATORS; i++) {
      double location = theta - truth.difficulty(i) - truth.severity(body);
      given[i] = Simulation.category(location, random.nextDouble());
    }
    return given;
  }

  private static double expected(double theta, RaschParameters truth) {
    double sum = 0;
    for (int i = 0; i < INDICATORS; i++) {
      double log = 0;
      double total = 1;
      double mean = 0;
      for (int k = 1; k < 4; k++) {
        log += theta - truth.difficulty(i) - Simulation.THRESHOLDS[k - 1];
        total += Math.exp(log);
        mean += k * Math.exp(log);
      }
      sum += mean / total;
    }
    return sum;
  }

  private static int sum(int[] given) {
    return java.util.Arrays.stream(given).sum();
  }

  private static int star(double total) {
    int star = 0;
    while (star < CUTS.length && total >= CUTS[star] * 3 * INDICATORS - 1e-9) {
      star++;
    }
    return star;
  }
}
