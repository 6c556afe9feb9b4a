package org.evenstar.stats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.evenstar.stats.Interval;
import org.evenstar.stats.ReferenceCase;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;

class BinomialIntervalTest {

  @Test
  void sharesGetTheIntervalsOfPropTestAndBinomTest() {
    ReferenceCase shares = new ReferenceCase("07c-wilson");
    double[] x = shares.column("expected.csv", "x");
    double[] n = shares.column("expected.csv", "n");

    for (int i = 0; i < x.length; i++) {
      Interval wilson =
          BinomialInterval.wilson((long) x[i], (long) n[i], 0.95).interval().orElseThrow();
      Interval exact =
          BinomialInterval.clopperPearson((long) x[i], (long) n[i], 0.95).interval().orElseThrow();

      assertThat(wilson.lower())
          .isCloseTo(shares.column("expected.csv", "wilson_lo")[i], within(1e-12));
      assertThat(wilson.upper())
          .isCloseTo(shares.column("expected.csv", "wilson_hi")[i], within(1e-12));
      assertThat(exact.lower())
          .isCloseTo(shares.column("expected.csv", "clopper_pearson_lo")[i], within(1e-9));
      assertThat(exact.upper())
          .isCloseTo(shares.column("expected.csv", "clopper_pearson_hi")[i], within(1e-9));
    }
  }

  @Test
  void noneOfManyStaysWithinTheShares() {
    Interval none = BinomialInterval.wilson(0, 10, 0.95).interval().orElseThrow();
    Interval all = BinomialInterval.wilson(10, 10, 0.95).interval().orElseThrow();

    assertThat(none.lower()).isZero();
    assertThat(all.upper()).isEqualTo(1);
  }

  @Test
  void aShareOfNothingIsAbsent() {
    assertThat(BinomialInterval.wilson(0, 0, 0.95).status()).isEqualTo(Status.NO_DATA);
    assertThat(BinomialInterval.clopperPearson(0, 0, 0.95).value()).isEmpty();
    assertThatThrownBy(() -> BinomialInterval.wilson(3, 2, 0.95))
        .hasMessage(
            "Cannot compute share '3 of 2': the count is outside 0 to n; check what is counted");
  }

  @Test
  void wilsonIntervalsCoverTheTruth() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (double share : new double[] {0.1, 0.3, 0.5, 0.85}) {
      int covered = 0;
      int draws = 1_000;
      for (int draw = 0; draw < draws; draw++) {
        int x = 0;
        for (int i = 0; i < 80; i++) {
          x += random.nextDouble() < share ? 1 : 0;
        }
        boolean isInside =
            BinomialInterval.wilson(x, 80, 0.95).interval().orElseThrow().contains(share);
        covered += isInside ? 1 : 0;
      }
      assertThat(covered / (double) draws)
          .as("share %s, seed %d", share, seed)
          .isBetween(0.93, 0.97);
    }
  }
}
