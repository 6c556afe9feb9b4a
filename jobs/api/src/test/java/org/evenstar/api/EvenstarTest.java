package org.evenstar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.Moments;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvenstarTest {
  @TempDir static Path out;

  record Assessed(String dossierNo, int awardedStar, LocalDate assessedOn, Long indexMicro) {}

  @BeforeAll
  static void aRelease() throws IOException {
    RunConfig config = RunConfig.load(Path.of("../../data-samples/alt-100"));
    LocalDate day = LocalDate.of(2024, 6, 30);
    new Pipeline(config, new RunOptions(out, "duckdb", 2, 512, day, "test"), RunListener.SILENT)
        .run();
  }

  @Test
  void aReleaseOpensByItsOwnFolderOrByTheFolderOfTheRun() {
    try (Release newest = Evenstar.open(out);
        Release named = Evenstar.open(out.resolve("releases/r0001"))) {
      assertThat(newest.about()).isEqualTo(named.about());
      assertThat(newest.about().modelId()).isEqualTo("ALT-100");
      assertThat(newest.model().domains()).isNotEmpty();
    }
    assertThatThrownBy(() -> Evenstar.open(out.resolve("nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has no manifest.json; give a release such as");
  }

  @Test
  void aReaderSeesTheDatasetsOfItsTierOnly() {
    try (Release open = Evenstar.open(out, Tier.PUBLIC)) {
      assertThat(open.has("benchmark")).isTrue();
      assertThat(open.has("dossier")).isFalse();
      assertThat(open.benchmark().tier()).isEqualTo(Tier.PUBLIC);
      assertThatThrownBy(open::dossiers)
          .hasMessageStartingWith(
              "Cannot find dataset 'dossier' in release 'r0001' for tier PUBLIC")
          .hasMessageContaining("benchmark");
    }
  }

  @Test
  void aDatasetIsNarrowedByValuesConditionsColumnsAndOrder() {
    try (Release release = Evenstar.open(out)) {
      Dataset stars =
          release
              .benchmark()
              .where("measure_kind", "star")
              .where("region_level", List.of("nation", "region"))
              .where("n > 0")
              .select("region_code", "n", "mean")
              .orderBy("n desc", "region_code")
              .limit(1);

      Table table = stars.table();

      assertThat(table.columns()).containsExactly("region_code", "n", "mean");
      assertThat(stars.count()).isEqualTo(1);
      assertThat(table.row(0).whole("n")).isEqualTo(release.dossiers().count());
      assertThat(release.benchmark().where("region_code", List.of()).count()).isZero();
      assertThat(stars.schema().title().en()).isNotEmpty();
    }
  }

  @Test
  void rowsBecomeRecordsAndAbsentValuesStayAbsent() {
    try (Release release = Evenstar.open(out)) {
      List<BenchmarkCell> cells = release.benchmark().as(BenchmarkCell.class);
      List<Assessed> dossiers = release.dossiers().where("body_id", "ALPHA").as(Assessed.class);

      assertThat(cells).hasSize((int) release.benchmark().count());
      assertThat(cells)
          .filteredOn(cell -> !cell.obsStatus().equals("OK"))
          .allSatisfy(cell -> assertThat(cell.mean()).isEmpty());
      assertThat(dossiers)
          .isNotEmpty()
          .allSatisfy(dossier -> assertThat(dossier.indexMicro()).isNull())
          .allSatisfy(dossier -> assertThat(dossier.awardedStar()).isBetween(0, 5));
      assertThatThrownBy(() -> release.signals().as(Assessed.class))
          .hasMessageStartingWith("Cannot find column 'dossier_no': known are");
    }
  }

  @Test
  void theMeanOfTheLibraryIsTheMeanOfTheRelease() {
    try (Release release = Evenstar.open(out)) {
      Table dossiers = release.dossiers().where("not is_expired").table();
      Estimate mean =
          Moments.of(dossiers.wholes("awarded_star")).meanInterval(1, 0.95, OptionalLong.empty());

      Row published =
          release
              .sql(
                  """
                  select mean, mean_lo from benchmark
                  where region_level = 'nation' and measure_kind = 'star' and sector_id = '*'
                    and organisation_type = '*' and applied_star = '*' and awarded_star = '*'
                    and period_kind = ?
                  """,
                  "all")
              .row(0);

      assertThat(mean.value()).isEqualTo(published.number("mean"));
      assertThat(mean.interval().orElseThrow().lower())
          .isCloseTo(published.number("mean_lo").getAsDouble(), within(1e-12));
    }
  }

  @Test
  void aTableReadsAlignedAndAsHtml() {
    try (Release release = Evenstar.open(out)) {
      Table table =
          release.sql("select '星衡' as name, 1.5 as x union all select 'a<b', null order by x");

      assertThat(table.toString()).isEqualTo("name    x\n星衡  1.5\na<b\n");
      assertThat(table.toHtml()).contains("a&lt;b").contains("text-align:right\">1.5");
      assertThat(table.numbers("x")).containsExactly(1.5);
      assertThat(table.by("name").keySet()).containsExactly("星衡", "a<b");
      assertThat(table.row(1).number("x")).isEmpty();
    }
  }

  @Test
  void aWrongQuerySaysWhere() {
    try (Release release = Evenstar.open(out)) {
      assertThatThrownBy(() -> release.sql("select nothing from benchmark"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Cannot run query 'select nothing from benchmark': ")
          .hasMessageEndingWith("; mend the query");
    }
  }

  @Test
  void codesHaveNamesInBothLanguages() {
    try (Release release = Evenstar.open(out, Tier.PUBLIC)) {
      String domain = release.model().domains().get(0).domainId();

      assertThat(release.label("domain", domain))
          .isEqualTo(release.model().domains().get(0).name());
      assertThat(release.label("domain", "NONE").en()).isEqualTo("NONE");
    }
  }
}
