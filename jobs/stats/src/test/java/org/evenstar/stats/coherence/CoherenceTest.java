package org.evenstar.stats.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.evenstar.stats.ReferenceCase;
import org.evenstar.stats.Status;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CoherenceTest {

  private static final ReferenceCase CASE = new ReferenceCase("08a-coherence");

  @Test
  void alphaOmegaAndEigenvaluesAreThoseOfR() {
    JsonNode expected = CASE.expected();

    Reliability reliability = Reliability.of(columns(), 0.95);

    assertThat(reliability.alpha().value().orElseThrow())
        .isCloseTo(expected.get("alpha").asDouble(), within(1e-12));
    assertThat(reliability.alpha().interval().orElseThrow().lower())
        .isCloseTo(expected.get("alpha_feldt").get(0).asDouble(), within(1e-9));
    assertThat(reliability.alpha().interval().orElseThrow().upper())
        .isCloseTo(expected.get("alpha_feldt").get(1).asDouble(), within(1e-9));
    assertThat(reliability.standardisedAlpha().orElseThrow())
        .isCloseTo(expected.get("alpha_standardised").asDouble(), within(1e-12));
    assertThat(reliability.eigenvalues())
        .containsExactly(ReferenceCase.numbers(expected.get("eigenvalues")), within(1e-10));
    // factanal is maximum likelihood, ours principal axes: the same model, another loss.
    assertThat(reliability.omega().orElseThrow())
        .isCloseTo(expected.get("omega_factanal").asDouble(), within(5e-3));
  }

  @Test
  void effectiveWeightsAddToOneAndEqualRs() {
    JsonNode expected = CASE.expected();
    double[] weights = {2, 1, 1, 1, 1};

    IndicatorCoherence[] coherence = IndicatorCoherence.of(columns(), weights);

    double[] effective =
        Arrays.stream(coherence).mapToDouble(c -> c.effectiveWeight().orElseThrow()).toArray();
    double[] rest =
        Arrays.stream(coherence).mapToDouble(c -> c.restCorrelation().orElseThrow()).toArray();
    double[] total =
        Arrays.stream(coherence).mapToDouble(c -> c.totalCorrelation().orElseThrow()).toArray();
    assertThat(effective)
        .containsExactly(ReferenceCase.numbers(expected.get("effective")), within(1e-12));
    assertThat(Arrays.stream(effective).sum()).isCloseTo(1, within(1e-12));
    assertThat(rest)
        .containsExactly(ReferenceCase.numbers(expected.get("item_rest")), within(1e-12));
    assertThat(total)
        .containsExactly(ReferenceCase.numbers(expected.get("item_total")), within(1e-12));
  }

  @Test
  void deadAndRedundantIndicatorsAreNamed() {
    double[] varied = new double[100];
    double[] dead = new double[100];
    for (int i = 0; i < 100; i++) {
      varied[i] = i % 10;
    }
    dead[0] = 1;
    double[][] columns = {varied, dead, Arrays.stream(varied).map(x -> 2 * x + 1).toArray()};

    IndicatorCoherence[] coherence = IndicatorCoherence.of(columns, new double[] {1, 1, 1});

    assertThat(coherence[1].isDead()).isTrue();
    assertThat(coherence[0].isDead()).isFalse();
    assertThat(coherence[0].redundantWith()).hasValue(2);
    assertThat(coherence[1].redundantWith()).isEmpty();
    assertThat(coherence[0].outweighs(0.9)).isTrue();
  }

  @Test
  void constantAndMissingDataHaveAStatus() {
    double[][] constant = new double[3][10];

    assertThat(Reliability.of(constant, 0.95).alpha().status()).isEqualTo(Status.TOO_FEW);
    assertThat(Reliability.of(new double[0][], 0.95).alpha().status()).isEqualTo(Status.NO_DATA);
    assertThat(IndicatorCoherence.of(constant, new double[] {1, 1, 1})[0].effectiveWeight())
        .isEqualTo(OptionalDouble.empty());
  }

  private static double[][] columns() {
    return CASE.rows("input.csv").get(0).stream()
        .map(name -> CASE.column("input.csv", name))
        .toArray(double[][]::new);
  }
}
