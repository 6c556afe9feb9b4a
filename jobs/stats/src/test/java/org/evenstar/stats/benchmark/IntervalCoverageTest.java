package org.evenstar.stats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often 95 % intervals hold the truth, over 1,000 draws from a stated seed. Of a true 95 %,
 * 1,000 draws give 93.6 to 96.3 % in 19 of 20 seeds.
 */
class IntervalCoverageTest {
  private static final int DRAWS = 1_000;
  private static final long SEED = 20231201;
  private static final double CONFIDENCE = 0.95;
  private static final long[] LEVELS = {0, 500_000, 800_000, 1_000_000};

  @Test
  void meansOfRequirementScores() {
    SplittableRandom random = new SplittableRandom(SEED);
    double truth = Arrays.stream(LEVELS).average().orElseThrow() / 1e6;
    int held = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      long[] scores = new long[30];
      Arrays.setAll(scores, i -> LEVELS[random.nextInt(LEVELS.length)]);
      held +=
          holds(
              Moments.of(scores).meanInterval(1_000_000, CONFIDENCE, OptionalLong.empty()), truth);
    }

    assertCovered(held, DRAWS);
  }

  @Test
  void meansOfMostOfAKnownPopulation() {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] population = new long[60];
    Arrays.setAll(population, i -> Math.round(1e6 * (2 + random.nextGaussian())));
    double truth = Arrays.stream(population).average().orElseThrow() / 1e6;
    int held = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < 40; i++) {
        int other = i + random.nextInt(population.length - i);
        long kept = population[i];
        population[i] = population[other];
        population[other] = kept;
      }
      Moments sample = Moments.of(Arrays.copyOf(population, 40));
      held += holds(sample.meanInterval(1_000_000, CONFIDENCE, OptionalLong.of(60)), truth);
    }

    assertCovered(held, DRAWS);
  }

  /** Wilson's coverage swings with the share; over shares it is what it says. */
  @Test
  void sharesByWilson() {
    SplittableRandom random = new SplittableRandom(SEED);
    int held = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double truth = 0.05 + 0.9 * random.nextDouble();
      long successes = 0;
      for (int i = 0; i < 50; i++) {
        successes += random.nextDouble() < truth ? 1 : 0;
      }
      held += holds(BinomialInterval.wilson(successes, 50, CONFIDENCE), truth);
    }

    assertCovered(held, DRAWS);
  }

  @ParameterizedTest
  @EnumSource(TauEstimator.class)
  void shrunkenMeansOfSmallRegions(TauEstimator method) {
    SplittableRandom random = new SplittableRandom(SEED);
    double reach = Distributions.normalReach(CONFIDENCE);
    int regions = 37;
    int held = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] truth = new double[regions];
      double[] means = new double[regions];
      double[] variances = new double[regions];
      for (int i = 0; i < regions; i++) {
        variances[i] = 1.0 / (5 + random.nextInt(40));
        truth[i] = 2.5 + 0.4 * random.nextGaussian();
        means[i] = truth[i] + Math.sqrt(variances[i]) * random.nextGaussian();
      }
      Shrinkage shrunken = Shrinkage.of(means, variances, method);
      for (int i = 0; i < regions; i++) {
        double distance = Math.abs(shrunken.estimates()[i] - truth[i]);
        held += distance <= reach * shrunken.errors()[i] ? 1 : 0;
      }
    }

    assertCovered(held, DRAWS * regions);
  }

  private static int holds(Estimate estimate, double truth) {
    return estimate.interval().orElseThrow().contains(truth) ? 1 : 0;
  }

  private static void assertCovered(int held, int of) {
    assertThat((double) held / of).as("seed %d", SEED).isBetween(0.93, 0.97);
  }
}
