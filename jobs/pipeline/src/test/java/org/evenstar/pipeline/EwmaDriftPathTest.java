package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Recent drift of a body, from landed scores to its signal. */
class EwmaDriftPathTest extends PathTest {
  private static final int MONTHS = 12;

  @Test
  void aBodyThatTurnsLenientInItsLastMonthsIsTold() {
    year(2);

    run();

    assertThat(
            all(
                "select signal_id, level, state from signal"
                    + " where check_id = 'ewma_drift' order by signal_id"))
        .containsExactly("ewma_drift:A|ALERT|NEW", "ewma_drift:B|INFO|QUIET");
    assertThat(all("select text_en from signal where signal_id = 'ewma_drift:A'").get(0))
        .contains(": scores from 2024-11 to 2024-12 are +")
        .endsWith(" from its other months");
    assertThat(
            all(
                "select distinct substr(dossier_no, 1, 2) from signal_evidence"
                    + " where signal_id = 'ewma_drift:A' order by 1"))
        .isSubsetOf(List.of("11", "12"));
  }

  @Test
  void theCheckIsLeftOutWhereConfigurationSaysSo() {
    path.file("config/checks.json", "{\"disabled\": [\"ewma_drift\"]}");
    year(2);

    run();

    assertThat(all("select count(*) from signal where check_id = 'ewma_drift'"))
        .containsExactly("0");
  }

  /** A year of two bodies alike, until A gives more in its last months. */
  private void year(int lenientMonths) {
    SplittableRandom random = new SplittableRandom(12);
    for (int month = 1; month <= MONTHS; month++) {
      for (int i = 0; i < 30; i++) {
        for (String body : List.of("A", "B")) {
          boolean isLenient = body.equals("A") && month > MONTHS - lenientMonths;
          long row =
              landed.dossier(
                  body,
                  String.format(java.util.Locale.ROOT, "%02d-%02d", month, i),
                  2,
                  new LandedFixture.Traits().on(LocalDate.of(2024, month, 5)));
          for (int item = 0; item < 15; item++) {
            landed.score(row, item, 100_000L * (2 + random.nextInt(5) + (isLenient ? 2 : 0)));
          }
        }
      }
    }
  }
}
