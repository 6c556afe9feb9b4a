package org.evenstar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.evenstar.sample.population.CreditCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CreditCodesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "9144030071526726XG",
        "914403001922038216",
        "91110000802100433B",
        "91330100799655058B"
      })
  void theCheckHoldsForPublicCodes(String code) {
    assertThat(CreditCodeCheck.holds(code)).isTrue();
  }

  @Test
  void everyNumberGivesAnotherValidCode() {
    Set<String> codes = new HashSet<>();

    for (long number = 0; number < 20_000; number++) {
      String code = CreditCodes.of("91", "430100", number * 997);
      assertThat(CreditCodeCheck.holds(code)).as(code).isTrue();
      codes.add(code);
    }

    assertThat(codes).hasSize(20_000);
  }

  @Test
  void codesAreOfASeriesThatIsNotIssued() {
    assertThat(CreditCodes.of("12", "110000", 10_000_000)).startsWith("12110000YX");
  }
}
