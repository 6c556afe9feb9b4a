package org.evenstar.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-2.5, -2.5",
    "0.1, 0.1",
    "100, 100",
    "999999999999.9, 1000000000000",
    "0.99999999999999, 1",
    "1234567890123456, 1234567890120000",
    "1e-12, 0.000000000001",
    "0.0000123456789012345, 0.0000123456789012"
  })
  void twelveDigitsWithoutAnExponent(double value, String text) {
    assertThat(PlainNumber.of(value)).isEqualTo(text);
  }

  @Test
  void theFastWayRoundsAsTheExactOne() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(26) - 13);
      double tie = Math.rint(value * 1e6) / 1e6 + 5e-13;
      assertThat(PlainNumber.of(value)).isEqualTo(PlainNumber.exact(value));
      assertThat(PlainNumber.of(tie)).isEqualTo(PlainNumber.exact(tie));
    }
  }
}
