package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenstar.landing.RunFolder.AS_OF;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month later, what landed before is read again only where it could come out otherwise. */
@SuppressWarnings("NullAway.Init")
class NewMonthTest {
  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void deliverAMonth() {
    run = new RunFolder(folder).source();
    run.deliver("A/2024-03.csv", RunFolder.csv(RunFolder.row("D1")));
  }

  @Test
  void aLaterDayReadsNothingAgain() {
    List<Path> before = run.land().result.batches();
    run.deliver("A/2024-04.csv", RunFolder.csv(RunFolder.row("D2", "评估日期", "2024-04-05")));

    List<Path> after = run.land(AS_OF.plusMonths(1), 1).result.batches();

    assertThat(after).hasSize(2).containsAll(before);
  }

  @Test
  void aDateThatLayAheadIsHeldAgainstEveryDay() {
    String ahead = AS_OF.plusDays(10).toString();
    run.deliver("A/2024-03.csv", RunFolder.csv(RunFolder.row("D1", "发证日期", ahead)));
    assertThat(run.land().dossiers).isEmpty();

    assertThat(run.land(AS_OF.plusDays(9), 1).dossiers).isEmpty();
    RunFolder.Tables later = run.land(AS_OF.plusDays(10), 1);

    assertThat(later.dossiers).hasSize(1);
    assertThat(run.land(AS_OF.plusDays(40), 1).result.batches()).isEqualTo(later.result.batches());
  }

  @Test
  void anEarlierDayThanADateReadsAgain() {
    List<Path> before = run.land().result.batches();

    RunFolder.Tables earlier = run.land(LocalDate.of(2024, 3, 10), 1);

    assertThat(earlier.result.batches()).isNotEqualTo(before);
    assertThat(earlier.dossiers).isEmpty();
  }

  @Test
  void anotherVersionReadsAgain() throws IOException {
    List<Path> before = run.land().result.batches();

    LandingOptions options = new LandingOptions(1, AS_OF, "2");
    List<Path> after =
        new Landing(
                run.config(),
                run.config().landingFolder(),
                folder.resolve("work"),
                options,
                path -> {})
            .land()
            .batches();

    assertThat(after).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  @Test
  void onlySettingsThatLandingDependsOnReadAgain() {
    List<Path> before = run.land().result.batches();

    run.write("config/benchmark.json", "{\"cuts\": [[\"region\"]]}");
    run.write(
        "run.json",
        RunFolder.text("run.json").replace(AS_OF.toString(), AS_OF.plusDays(1).toString()));
    assertThat(run.land().result.batches()).isEqualTo(before);

    run.write(
        "run.json",
        RunFolder.text("run.json")
            .replace("\"not_before\": \"2023-12-01\"", "\"not_before\": \"2024-04-01\""));
    RunFolder.Tables otherwise = run.land();
    assertThat(otherwise.result.batches()).isNotEqualTo(before);
    assertThat(otherwise.dossiers).isEmpty();
  }
}
