package org.evenstar.stats.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenstar.stats.Status;
import org.evenstar.stats.sensitivity.RankSensitivity.Plan;
import org.junit.jupiter.api.Test;

class SensitivityTest {

  @Test
  void indicesOfTheIshigamiFunctionAreItsClosedForm() {
    Sobol.Model ishigami =
        u -> {
          double a = Math.PI * (2 * u[0] - 1);
          double b = Math.PI * (2 * u[1] - 1);
          double c = Math.PI * (2 * u[2] - 1);
          return Math.sin(a) + 7 * Math.sin(b) * Math.sin(b) + 0.1 * Math.pow(c, 4) * Math.sin(a);
        };

    Sobol sobol = Sobol.of(ishigami, 3, 40_000, 21);

    // Saltelli et al. (2008), Global Sensitivity Analysis: the Primer.
    assertThat(sobol.first()).containsExactly(new double[] {0.314, 0.442, 0}, within(0.02));
    assertThat(sobol.total()).containsExactly(new double[] {0.558, 0.442, 0.244}, within(0.02));
    assertThat(sobol.evaluations()).isEqualTo(200_000);
  }

  @Test
  void aModelThatDoesNotVaryHasNoIndices() {
    assertThat(Sobol.of(u -> 3, 2, 100, 1).status()).isEqualTo(Status.NO_VARIATION);
  }

  @Test
  void aRegionBestInEveryDomainKeepsItsRankAndAnUnevenOneDoesNot() {
    double[][] domains = {{0.9, 0.2, 0.55, 0.5}, {0.9, 0.90, 0.55, 0.5}, {0.9, 0.61, 0.55, 0.45}};
    Plan plan =
        new Plan(
            List.of(Normalisation.NONE, Normalisation.MIN_MAX),
            List.of(Aggregation.ARITHMETIC, Aggregation.GEOMETRIC, Aggregation.MINIMUM),
            30,
            1_200,
            5);

    RankSensitivity sensitivity = RankSensitivity.of(domains, new double[] {1, 1, 1}, plan);

    assertThat(sensitivity.baseRank()).containsExactly(1, 2, 3, 4);
    assertThat(sensitivity.upper()[0]).isEqualTo(1);
    assertThat(sensitivity.upper()[1]).isEqualTo(4);
    assertThat(sensitivity.executed()).hasSize(6).contains("MIN_MAX/GEOMETRIC", "NONE/MINIMUM");
    assertThat(sensitivity.sobol().total()[2]).isGreaterThan(sensitivity.sobol().total()[1]);
    assertThat(RankSensitivity.of(domains, new double[] {1, 1, 1}, plan).meanShift())
        .isEqualTo(sensitivity.meanShift());
    assertThat(RankSensitivity.of(new double[0][], new double[0], plan).status())
        .isEqualTo(Status.NO_DATA);
  }

  @Test
  void aPlanWithoutAVariantIsRefused() {
    assertThatThrownBy(() -> new Plan(List.of(), List.of(Aggregation.MINIMUM), 10, 10, 1))
        .hasMessageStartingWith("Cannot vary '0 normalisations, 1 aggregations");
  }
}
