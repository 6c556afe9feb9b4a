package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.evenstar.pipeline.LandedFixture.Traits;
import org.junit.jupiter.api.Test;

class RuleCheckTest extends PathTest {
  @Test
  void oneStarAboveTheStarAppliedForIsAWatchWithItsDossier() {
    landed.dossier("A", "1", 3, new Traits().applied(2));
    landed.dossier("A", "2", 2, new Traits().applied(2));

    run();

    assertThat(signals("awarded_above_applied")).containsExactly("A|2|0.5|WATCH");
    assertThat(
            all(
                "select dossier_no, value, expected from signal_evidence"
                    + " where signal_id = 'awarded_above_applied:A'"))
        .containsExactly("1|3|2");
  }

  @Test
  void rowsSetAsideAtLandingCountThoughTheyAreNoDossiers() {
    landed.dossier("A", "1", 2, new Traits().applied(2));
    landed.problem("A", "MODEL_VERSION", 7);

    run();

    assertThat(signals("version_outdated")).containsExactly("A|2|0.5|WATCH");
  }

  @Test
  void aCertificateThatEndsBeforeItBeginsIsImpossible() {
    landed.dossier(
        "A", "1", 1, new Traits().on(LocalDate.of(2024, 3, 5)).until(LocalDate.of(2024, 3, 1)));

    run();

    assertThat(signals("certificate_dates")).containsExactly("A|1|1.0|WATCH");
  }

  private java.util.List<String> signals(String check) {
    return all(
        "select body_id, n, effect, level from signal where check_id = '"
            + check
            + "' order by body_id");
  }
}
