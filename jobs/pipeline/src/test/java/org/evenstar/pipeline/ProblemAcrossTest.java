package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.evenstar.pipeline.LandedFixture.Traits;
import org.junit.jupiter.api.Test;

class ProblemAcrossTest extends PathTest {
  @Test
  void aNameIsComparedWithThatOfTheEarliestAssessment() {
    landed.dossier("B", "late", 2, of("X", "2024-04-09").named("新名"));
    landed.dossier("A", "early", 2, of("X", "2024-03-02").named("旧名"));
    landed.dossier("A", "other", 2, of("Y", "2024-03-02").named("旁名"));

    assertThat(found()).containsExactly("B|late|institution_name|新名|NAME_DIFFERS|NOTE");
  }

  @Test
  void oneInstitutionInOneMonthByTwoBodiesIsNotedAtBothRows() {
    landed.dossier("A", "1", 2, of("X", "2024-03-02").named("甲"));
    landed.dossier("B", "2", 2, of("X", "2024-03-20").named("甲"));
    landed.dossier("B", "3", 2, of("X", "2024-04-01").named("甲"));

    assertThat(found())
        .containsExactly(
            "A|1|institution_code|X|SAME_INSTITUTION_TWO_BODIES|NOTE",
            "B|2|institution_code|X|SAME_INSTITUTION_TWO_BODIES|NOTE");
  }

  @Test
  void aDoubleScoringRoundIsNoCoincidence() {
    landed.dossier("A", "1", 2, of("X", "2024-03-02").named("甲").round("R1"));
    landed.dossier("B", "2", 2, of("X", "2024-03-20").named("甲").round("R1"));

    assertThat(found()).isEmpty();
  }

  @Test
  void aWithdrawalOfWhatNobodyDeliveredIsNoted() {
    landed.dossier("A", "1", 1, "ASSESS", "a", 2);
    landed.dossier("A", "1", 2, "WITHDRAW", "b", null);
    landed.dossier("A", "2", 2, "WITHDRAW", "c", null);

    assertThat(found()).containsExactly("A|2|dossier_no|2|WITHDRAWAL_UNKNOWN|NOTE");
  }

  private static Traits of(String institution, String day) {
    return new Traits().institution(institution).on(LocalDate.parse(day));
  }

  private List<String> found() {
    run();
    return all(
        "select landed_dossier.body_id, dossier_no, column_name, value, reason_code, severity"
            + " from problem_across inner join landed_dossier"
            + " on landed_dossier.row_key = problem_across.row_key"
            + " order by landed_dossier.row_key");
  }
}
