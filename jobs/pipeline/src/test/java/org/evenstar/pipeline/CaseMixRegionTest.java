package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * One region is strong and one weak; B assesses in the strong one, C in the weak one, A in both.
 */
class CaseMixRegionTest extends PathTest {
  @Test
  void bodiesAreComparedWithinRegionsWhereTheyOverlap() {
    path.file("config/checks.json", "{\"case_mix_region_level\": \"province\"}");
    dossiers();

    run();

    assertThat(effect("B")).isBetween(-0.02, 0.02);
    assertThat(effect("C")).isBetween(-0.02, 0.02);
  }

  @Test
  void withoutRegionsTheirQualityLooksLikeTheBodies() {
    dossiers();

    run();

    assertThat(effect("B")).isGreaterThan(0.1);
    assertThat(effect("C")).isLessThan(-0.1);
  }

  private double effect(String body) {
    return Double.parseDouble(
        all("select effect from signal where signal_id = 'funnel:" + body + "'").get(0));
  }

  private void dossiers() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 40; i++) {
      dossier("A", i, "430100", 5, random);
      dossier("A", 100 + i, "110100", 1, random);
      dossier("B", i, "430100", 5, random);
      dossier("C", i, "110100", 1, random);
    }
  }

  private void dossier(String body, int i, String region, int level, SplittableRandom random) {
    long row =
        landed.dossier(
            body, "%s-%03d".formatted(body, i), 2, new LandedFixture.Traits().in(region));
    for (int item = 0; item < 15; item++) {
      landed.score(row, item, 100_000L * (level + random.nextInt(5)));
    }
  }
}
