package org.evenstar.stats.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SeverityStatusTest {

  private static SeverityResult estimate(SeverityData data) {
    return ConditionalRasch.estimate(data, SeverityOptions.DEFAULT);
  }

  @Nested
  class Disconnected {
    private static final String CASE = "04e-mfrm-disconnected";

    @Test
    void sixBodiesWithoutASharedInstitutionAreSixComponents() {
      SeverityResult result = estimate(WideCase.read(CASE));

      SeverityResult.NotIdentified answer = (SeverityResult.NotIdentified) result;
      assertThat(answer.reason()).isEqualTo(SeverityResult.Reason.DISCONNECTED);
      assertThat(answer.components()).hasSize(6);
      assertThat(answer.advice()).hasSize(5).allMatch(advice -> advice.fewest() == 1);
      assertThat(answer.within()).isEmpty();
    }

    @Test
    void twoBlocksAreEstimatedWithinAndNotAcross() {
      SeverityResult result = estimate(WideCase.read(CASE, "input-two-blocks.csv"));

      SeverityResult.NotIdentified answer = (SeverityResult.NotIdentified) result;
      assertThat(answer.components()).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5));
      assertThat(answer.contrasts()).hasSize(1);
      assertThat(answer.advice()).hasSize(1);
      List<BodyEstimate> bodies = answer.within().orElseThrow().bodies();
      assertThat(bodies.subList(0, 3).stream().mapToDouble(BodyEstimate::severity).sum())
          .isCloseTo(0, within(1e-9));
      assertThat(bodies.subList(3, 6).stream().mapToDouble(BodyEstimate::severity).sum())
          .isCloseTo(0, within(1e-9));
      assertThat(bodies.get(0).severity()).isLessThan(bodies.get(2).severity());
    }

    @Test
    void anAnchoredBodyInEachBlockJoinsThem() {
      SeverityResult result =
          ConditionalRasch.estimate(
              WideCase.read(CASE, "input-two-blocks.csv"),
              SeverityOptions.DEFAULT.withAnchors(Map.of(0, -0.55, 3, 0.1), Map.of()));

      assertThat(result.status()).isEqualTo(SeverityStatus.IDENTIFIED);
      RaschFit fit = result.fit().orElseThrow();
      assertThat(fit.body(0).orElseThrow().severity()).isEqualTo(-0.55);
      assertThat(fit.body(5).orElseThrow().severity()).isCloseTo(0.45, within(0.25));
    }
  }

  @Test
  void aConnectedGraphIsNotEnoughWhenBodiesRateDifferentIndicators() {
    SeverityData whole = new Simulation(3, 12).data(100, 100);
    SeverityDataBuilder builder = SeverityData.builder();
    for (int institution = 0; institution < 100; institution++) {
      for (int d = whole.firstDossier(institution); d < whole.firstDossier(institution + 1); d++) {
        int body = whole.body(whole.row(d));
        for (int i = 0; i < 12; i++) {
          if (i / 2 == body) {
            builder.add(institution, body, i, whole.category(whole.row(d), i));
          }
        }
      }
    }

    SeverityResult.NotIdentified answer = (SeverityResult.NotIdentified) estimate(builder.build());

    assertThat(answer.reason()).isEqualTo(SeverityResult.Reason.INDICATORS_CONFOUNDED);
    assertThat(answer.components()).hasSize(6);
    assertThat(answer.contrasts().get(0).indicators()).isNotEmpty();
  }

  @Test
  void twoBodiesOnEachHalfOfTheIndicatorsAreComparableInPairs() {
    SeverityData whole = new Simulation(4, 8).data(200, 200);
    SeverityDataBuilder builder = SeverityData.builder();
    for (int institution = 0; institution < 200; institution++) {
      for (int d = whole.firstDossier(institution); d < whole.firstDossier(institution + 1); d++) {
        int body = whole.body(whole.row(d));
        for (int i = 0; i < 8; i++) {
          if (body < 4 && (body < 2) == (i < 4)) {
            builder.add(institution, body, i, whole.category(whole.row(d), i));
          }
        }
      }
    }

    SeverityResult.NotIdentified answer = (SeverityResult.NotIdentified) estimate(builder.build());

    assertThat(answer.components()).containsExactly(List.of(0, 1), List.of(2, 3));
    RaschFit within = answer.within().orElseThrow();
    double difference =
        within.body(1).orElseThrow().severity() - within.body(0).orElseThrow().severity();
    assertThat(difference).isCloseTo(0.3, within(4 * within.differenceError(0, 1)));
  }

  @Test
  void aBodyThatAlwaysGivesTheTopIsUnboundedAndTheOthersAreEstimated() {
    SeverityData whole = new Simulation(5, 6).data(80, 80);
    SeverityDataBuilder builder = SeverityData.builder();
    for (int institution = 0; institution < 80; institution++) {
      for (int d = whole.firstDossier(institution); d < whole.firstDossier(institution + 1); d++) {
        int body = whole.body(whole.row(d));
        for (int i = 0; i < 6; i++) {
          builder.add(institution, body, i, body == 2 ? 3 : whole.category(whole.row(d), i));
        }
      }
    }

    SeverityResult.Unbounded answer = (SeverityResult.Unbounded) estimate(builder.build());

    assertThat(answer.extremes()).containsExactly(new Extreme(Extreme.Kind.BODY, 2, true));
    assertThat(answer.rest().orElseThrow().status()).isEqualTo(SeverityStatus.IDENTIFIED);
    assertThat(answer.fit().orElseThrow().bodies()).hasSize(5);
  }

  @Test
  void perfectSeparationThatIsNotExtremeStillEnds() {
    SeverityDataBuilder builder = SeverityData.builder();
    for (int institution = 0; institution < 30; institution++) {
      builder.add(institution, 0, 0, 1).add(institution, 1, 0, 0);
      builder.add(institution, 1, 1, 1).add(institution, 2, 1, 0);
      builder.add(institution, 0, 2, 1).add(institution, 2, 2, 0);
    }

    SeverityResult result = estimate(builder.build());

    assertThat(result.status()).isEqualTo(SeverityStatus.UNBOUNDED);
  }

  @Test
  void aCategoryNobodyUsedIsNamed() {
    SeverityDataBuilder builder = SeverityData.builder().sizes(1, 1, 1, 4);
    for (int institution = 0; institution < 40; institution++) {
      for (int body = 0; body < 2; body++) {
        for (int i = 0; i < 3; i++) {
          builder.add(institution, body, i, (institution * 7 + body * 5 + i * 3) % 2 * 3);
        }
      }
    }

    SeverityResult result = estimate(builder.build());

    assertThat(result)
        .isEqualTo(
            new SeverityResult.ThresholdNotObserved(
                List.of(
                    new SeverityResult.UnusedCategory(-1, 1),
                    new SeverityResult.UnusedCategory(-1, 2))));
  }

  @Test
  void fewLinkedInstitutionsAreFlaggedAsWeak() {
    RaschFit fit = estimate(new Simulation(6, 20).data(60, 3)).fit().orElseThrow();

    assertThat(fit.bodies()).allMatch(BodyEstimate::isWeaklyLinked);
    assertThat(fit.bodies()).allMatch(body -> body.linkedInstitutions() == 3);
  }

  @Nested
  class DegenerateInput {

    @Test
    void noRatingIsNoData() {
      assertThat(estimate(SeverityData.builder().build()))
          .isEqualTo(new SeverityResult.NoData(SeverityResult.Lack.NO_RATINGS));
      assertThat(estimate(SeverityData.builder().sizes(5, 2, 3, 4).build()))
          .isEqualTo(new SeverityResult.NoData(SeverityResult.Lack.NO_RATINGS));
    }

    @Test
    void equalScoresAreNoData() {
      for (int category : new int[] {0, 2}) {
        SeverityDataBuilder builder = SeverityData.builder();
        for (int institution = 0; institution < 10; institution++) {
          builder.add(institution, institution % 2, 0, category);
          builder.add(institution, institution % 2, 1, category);
        }
        assertThat(estimate(builder.build()))
            .isEqualTo(new SeverityResult.NoData(SeverityResult.Lack.NO_VARIATION));
      }
    }

    @Test
    void institutionsThatAreAllPerfectOrAllHopelessAreNoData() {
      SeverityDataBuilder builder = SeverityData.builder();
      for (int institution = 0; institution < 10; institution++) {
        for (int body = 0; body < 2; body++) {
          builder
              .add(institution, body, 0, institution % 2 * 3)
              .add(institution, body, 1, institution % 2 * 3);
        }
      }
      assertThat(estimate(builder.build()))
          .isEqualTo(new SeverityResult.NoData(SeverityResult.Lack.NO_INFORMATIVE_INSTITUTION));
    }

    @Test
    void oneBodyCannotBeCompared() {
      SeverityDataBuilder builder = SeverityData.builder();
      for (int institution = 0; institution < 10; institution++) {
        builder.add(institution, 0, 0, institution % 3).add(institution, 0, 1, institution % 2);
      }
      SeverityResult.NotIdentified answer =
          (SeverityResult.NotIdentified) estimate(builder.build());
      assertThat(answer.reason()).isEqualTo(SeverityResult.Reason.ONE_BODY);
      assertThat(answer.components()).containsExactly(List.of(0));
      assertThat(answer.advice()).isEmpty();
    }

    @Test
    void oneDossierCannotBeCompared() {
      SeverityData data = SeverityData.builder().addDossier(0, 0, new byte[] {0, 1, 2}).build();
      assertThat(estimate(data).status()).isEqualTo(SeverityStatus.NOT_IDENTIFIED);
    }

    @Test
    void oneIndicatorIsEnoughWhenBodiesShareInstitutions() {
      SeverityResult result = estimate(new Simulation(8, 1).data(300, 300));
      assertThat(result.status()).isEqualTo(SeverityStatus.IDENTIFIED);
      assertThat(result.fit().orElseThrow().body(5).orElseThrow().severity())
          .isCloseTo(0.45, within(0.3));
    }

    @Test
    void aMillionBodiesOfOneDossierAreAMillionComponents() {
      SeverityDataBuilder builder = SeverityData.builder();
      byte[] row = {0, 1, 2, 3};
      for (int body = 0; body < 1_000_000; body++) {
        builder.addDossier(body, body, row);
      }
      SeverityResult.NotIdentified answer =
          (SeverityResult.NotIdentified) estimate(builder.build());
      assertThat(answer.components()).hasSize(1_000_000);
      assertThat(answer.advice()).hasSize(999_999);
    }

    @Test
    void tooManyLinkedBodiesAreRefusedInWords() {
      SeverityDataBuilder builder = SeverityData.builder();
      for (int body = 0; body < 4000; body++) {
        builder.add(body / 2, body, 0, body % 2).add(2000 + body, body, 0, 0);
        builder.add(2000 + body, (body + 1) % 4000, 1, 1).add(body / 2, body, 1, (body / 2) % 2);
      }
      assertThat(estimate(builder.build()).status()).isEqualTo(SeverityStatus.TOO_LARGE);
    }
  }
}
