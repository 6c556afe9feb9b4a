package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenstar.pipeline.LandedFixture.Traits;
import org.evenstar.schemas.config.ConfigException;
import org.junit.jupiter.api.Test;

/** What was decided about signals: {@code config/decisions.csv}. */
class DecisionTest extends PathTest {
  private static final String HEADER = "signal_id,decision,role,reason,decided_on,until\n";
  private static final String ABOVE = "awarded_above_applied:A";

  @Test
  void aFlaggedSignalIsOpenUntilItIsDecidedAndOthersHaveNothingToDecide() {
    oneStarAbove();

    run();

    assertThat(decision(ABOVE)).containsExactly("WATCH|OPEN|null|null|null");
    assertThat(decision("indicator_missing:A")).containsExactly("INFO|null|null|null|null");
  }

  @Test
  void aDecisionStandsBesideItsSignalAndHidesNothing() {
    oneStarAbove();
    decisions(
        ABOVE + ",EXPLAINED,ASSOCIATION,\"A pilot, agreed beforehand\",2024-01-02,2099-12-31");

    run();

    assertThat(decision(ABOVE))
        .containsExactly("WATCH|EXPLAINED|ASSOCIATION|A pilot, agreed beforehand|2099-12-31");
  }

  @Test
  void anExpiredDecisionOpensTheSignalAgain() {
    oneStarAbove();
    decisions(ABOVE + ",BEING_MENDED,ASSESSMENT_BODY,Training in January,2023-12-15,2024-01-31");

    run();

    assertThat(decision(ABOVE))
        .containsExactly("WATCH|EXPIRED|ASSESSMENT_BODY|Training in January|2024-01-31");
  }

  @Test
  void aDecisionAboutNoSignalIsRefusedWithTheNearest() {
    oneStarAbove();
    decisions("awarded_above_aplied:A,ACCEPTED,OPERATOR,Known,2024-01-02,2099-12-31");

    assertThatThrownBy(this::run)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "config/decisions.csv row 2 signal_id: there is no signal 'awarded_above_aplied:A' in"
                + " this run or the release before; the nearest is '"
                + ABOVE
                + "'; take the id from association/signal.csv, or delete the row");
  }

  @Test
  void everythingWrongWithTheFileIsToldAtOnce() {
    oneStarAbove();
    decisions(
        ABOVE + ",IGNORED,Zhang San,,2024-02-30,2099-12-31",
        ABOVE + ",ACCEPTED,OPERATOR,Known,2024-03-01,2024-02-01",
        ABOVE + ",ACCEPTED,OPERATOR,Known,2024-01-01,2099-12-31",
        ABOVE + ",ACCEPTED,OPERATOR,Known,2024-01-01,2099-12-31",
        "too,few");

    assertThatThrownBy(this::run)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("row 2 decision: ")
        .hasMessageContaining("row 2 role: ")
        .hasMessageContaining("row 2 reason: ")
        .hasMessageContaining("row 2 decided_on: there is no day '2024-02-30'")
        .hasMessageContaining("row 3 until: '2024-02-01' is before decided_on")
        .hasMessageContaining("row 5 signal_id: '" + ABOVE + "' was decided in row 4 as well")
        .hasMessageContaining("row 6: it has 2 fields; give 6");
  }

  private void oneStarAbove() {
    landed.dossier("A", "1", 3, new Traits().applied(2));
  }

  private void decisions(String... rows) {
    path.file("config/decisions.csv", HEADER + String.join("\n", rows) + "\n");
  }

  private java.util.List<String> decision(String signal) {
    return all(
        "select level, decision, decision_role, decision_reason, cast(decision_until as string)"
            + " from signal where signal_id = '"
            + signal
            + "'");
  }
}
