package org.evenstar.stats.multiple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.evenstar.stats.ReferenceCase;
import org.evenstar.stats.multiple.Equivalence.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipleTest {

  @ParameterizedTest
  @CsvSource({
    "BENJAMINI_HOCHBERG, bh",
    "BENJAMINI_YEKUTIELI, by",
    "HOLM, holm",
    "BONFERRONI, bonferroni"
  })
  void adjustedProbabilitiesAreThoseOfPAdjust(Adjustment adjustment, String column) {
    ReferenceCase tests = new ReferenceCase("06c-benjamini-hochberg");

    double[] adjusted = adjustment.adjust(tests.column("input.csv", "p"));

    assertThat(adjusted).containsExactly(tests.column("expected.csv", column), within(1e-14));
  }

  @Test
  void noTestGivesNoAnswerAndAProbabilityOutsideIsRefused() {
    assertThat(Adjustment.HOLM.adjust(new double[0])).isEmpty();
    assertThat(QValues.of(new double[0]).values()).isEmpty();
    assertThatThrownBy(() -> Adjustment.HOLM.adjust(new double[] {Double.NaN}))
        .hasMessage(
            "Cannot adjust probability 'NaN': it is outside [0, 1]; leave out tests that were not"
                + " computed");
  }

  @Test
  void qValuesUseTheShareOfTrueNulls() {
    double[] probabilities = {0.001, 0.002, 0.01, 0.04, 0.2, 0.3, 0.6, 0.9};

    QValues q = QValues.of(probabilities);

    assertThat(q.nullShare()).isEqualTo(0.75);
    assertThat(q.values()[0]).isCloseTo(0.75 * 0.008, within(1e-15));
  }

  @Test
  void sameIsSaidWronglyAtTheMarginInAtMostFivePercent() {
    long seed = 42;
    SplittableRandom random = new SplittableRandom(seed);
    int draws = 20_000;

    int same = 0;
    for (int draw = 0; draw < draws; draw++) {
      double estimate = 0.05 + 0.015 * random.nextGaussian();
      same += Equivalence.test(estimate, 0.015, 0.05, 0.05).answer() == Answer.SAME ? 1 : 0;
    }

    // Three standard errors of the simulation above the level.
    assertThat(same / (double) draws).as("seed %d", seed).isLessThan(0.0547);
  }

  @Test
  void aSmallSureDifferenceIsSameAndAnUnsureOneIsTooLittleData() {
    assertThat(Equivalence.test(0.02, 0.005, 0.05, 0.05).answer()).isEqualTo(Answer.SAME);
    assertThat(Equivalence.test(0.2, 0.05, 0.05, 0.05).answer()).isEqualTo(Answer.DIFFERENT);
    assertThat(Equivalence.test(0.04, 0.05, 0.05, 0.05).answer()).isEqualTo(Answer.TOO_LITTLE_DATA);
  }

  @Test
  void theSmallestDetectableEffectIsDetectedWithTheStatedPower() {
    double effect = Power.smallestDetectable(0.02, 0.05, 0.80);

    assertThat(effect).isCloseTo(0.02 * 2.801585, within(1e-7));
    assertThat(Power.of(effect, 0.02, 0.05)).isCloseTo(0.80, within(1e-4));
    assertThat(Power.of(0, 0.02, 0.05)).isCloseTo(0.05, within(1e-12));
    // R: power.t.test gives 64 with t, the normal formula 63.
    assertThat(Power.observationsFor(0.5, Math.sqrt(2), 0.05, 0.80)).isEqualTo(63);
  }
}
