package org.evenstar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {

  /** R 4.2.2: qt(.975, df), qt(.9995, df). */
  @ParameterizedTest
  @CsvSource({
    "3, 3.1824463052837078, 12.923978636687961",
    "3.7, 2.8675207071911917, 9.4742401371246636",
    "9.5, 2.2441374614922949, 4.6772752379502922",
    "24.25, 2.0627731723915073, 3.7401605255476493",
    "999.5, 1.9623402703838451, 3.3002875419555502",
    "1000, 1.9623390808264076, 3.3002826484239436",
    "1500.5, 1.9615462260626639, 3.2970226798490825",
    "1000000, 1.9599663568141066, 3.2905364612487213"
  })
  void quantilesOfStudentsTHaveTenDigitsByNewtonAndByExpansion(
      double df, double usual, double far) {
    assertThat(Distributions.tQuantile(0.975, df)).isCloseTo(usual, within(1e-11));
    assertThat(Distributions.tQuantile(0.9995, df)).isCloseTo(far, within(1e-9));
  }
}
