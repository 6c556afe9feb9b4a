package org.evenstar.stats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static final long MICRO = 1_000_000;

  @Test
  void meanAndSpreadComeFromExactSums() {
    Moments moments = Moments.of(new long[] {500_000, 800_000, 800_000, 1_000_000});

    Estimate mean = moments.meanInterval(MICRO, 0.95, OptionalLong.empty());

    // R: t.test(c(.5,.8,.8,1))
    assertThat(mean.value().orElseThrow()).isEqualTo(0.775);
    assertThat(moments.standardDeviation(MICRO).orElseThrow())
        .isCloseTo(0.206155281280883, within(1e-15));
    assertThat(mean.interval().orElseThrow().lower()).isCloseTo(0.4469609433864652, within(1e-9));
    assertThat(mean.interval().orElseThrow().upper()).isCloseTo(1.1030390566135349, within(1e-9));
  }

  @Test
  void aMeanIsTheNearestDoubleHoweverManyDigitsItsSumHas() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      long n = 1 + random.nextLong(1L << (1 + random.nextInt(40)));
      BigInteger sum = new BigInteger(1 + random.nextInt(90), new java.util.Random(i));
      BigInteger signed = random.nextBoolean() ? sum : sum.negate();

      double mean = new Moments(n, signed, sum.multiply(sum)).mean(MICRO).orElseThrow();

      assertThat(mean)
          .as("seed 5, draw %d: %s / (%d million)", i, signed, n)
          .isEqualTo(
              new BigDecimal(signed)
                  .divide(BigDecimal.valueOf(n * MICRO), new MathContext(60))
                  .doubleValue());
    }
  }

  @Test
  void partsAddUpToTheWholeInAnyOrder() {
    Moments left = Moments.of(new long[] {1, 2});
    Moments right = Moments.of(new long[] {3});

    assertThat(left.plus(right)).isEqualTo(right.plus(left));
    assertThat(left.plus(right)).isEqualTo(Moments.of(new long[] {3, 1, 2}));
    assertThat(left.plus(Moments.NONE)).isEqualTo(left);
  }

  @Test
  void aFullyObservedPopulationLeavesNoDoubtOfItsMean() {
    Moments moments = Moments.of(new long[] {1, 2, 3});

    Estimate full = moments.meanInterval(1, 0.95, OptionalLong.of(3));
    Estimate half = moments.meanInterval(1, 0.95, OptionalLong.of(6));

    assertThat(full.standardError().orElseThrow()).isZero();
    assertThat(half.standardError().orElseThrow()).isCloseTo(Math.sqrt(0.5 / 3), within(1e-15));
    assertThatThrownBy(() -> moments.meanInterval(1, 0.95, OptionalLong.of(2)))
        .hasMessage(
            "Cannot correct for population '2': 3 units were observed; correct the population"
                + " file");
  }

  @Test
  void nothingAndOneValueHaveAStatus() {
    Estimate none = Moments.NONE.meanInterval(1, 0.95, OptionalLong.empty());
    Estimate one = Moments.of(new long[] {4}).meanInterval(1, 0.95, OptionalLong.empty());

    assertThat(none.status()).isEqualTo(Status.NO_DATA);
    assertThat(one.status()).isEqualTo(Status.TOO_FEW);
    assertThat(one.value()).hasValue(4);
    assertThat(one.interval()).isEmpty();
  }

  @Test
  void hundredMillionScoresKeepEveryDigit() {
    long n = 100_000_000;
    BigInteger squares = BigInteger.valueOf(n).multiply(BigInteger.valueOf(MICRO).pow(2));
    Moments ones = new Moments(n, BigInteger.valueOf(n * MICRO), squares);

    assertThat(ones.variance(MICRO).orElseThrow()).isZero();
    assertThat(ones.mean(MICRO).orElseThrow()).isEqualTo(1);
  }

  @Test
  void meanIntervalsCoverTheTruth() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    int draws = 1_000;
    long[] scores = {0, 500_000, 800_000, 1_000_000};

    int covered = 0;
    for (int draw = 0; draw < draws; draw++) {
      long[] sample = new long[40];
      for (int i = 0; i < sample.length; i++) {
        sample[i] = scores[random.nextInt(4)];
      }
      Estimate mean = Moments.of(sample).meanInterval(MICRO, 0.95, OptionalLong.empty());
      covered += mean.interval().orElseThrow().contains(0.575) ? 1 : 0;
    }

    assertThat(covered / (double) draws).as("seed %d", seed).isBetween(0.93, 0.97);
  }
}
