package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of batches is what would be computed of them, and of them alone. */
@SuppressWarnings("NullAway.Init")
class OwnScoresTest {
  @TempDir Path folder;
  private Engine own;

  @BeforeEach
  void open() {
    own = Engines.open("duckdb", new EngineOptions(2, 512, folder.resolve("spill")));
  }

  @AfterEach
  void close() {
    own.close();
  }

  @Test
  void aNewBatchIsComputedAloneAndTheTablesAreThoseOfAllAtOnce() throws IOException {
    Landed.Batch first = batch("first", 1);
    Landed.Batch second = batch("second", 2);

    keep(List.of(first));
    List<Path> before = pieces();
    keep(List.of(first, second));

    assertThat(pieces()).hasSize(2).containsAll(before);
    assertThat(tables()).isEqualTo(atOnce(List.of(first, second)));
  }

  @Test
  void aBatchThatIsGoneLeavesNothingBehind() throws IOException {
    Landed.Batch first = batch("first", 1);
    Landed.Batch second = batch("second", 2);
    keep(List.of(first, second));

    keep(List.of(second));

    assertThat(pieces()).hasSize(1);
    assertThat(tables()).isEqualTo(atOnce(List.of(second)));
  }

  @Test
  void theSameBatchesTwiceComputeAndKeepNothingMore() throws IOException {
    Landed.Batch first = batch("first", 1);
    keep(List.of(first));
    List<Path> before = pieces();
    Object written = Files.getLastModifiedTime(before.get(0));

    for (int i = 0; i < 20; i++) {
      keep(List.of(first));
    }

    assertThat(pieces()).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(before.get(0))).isEqualTo(written);
  }

  @Test
  void whatAKilledRunLeftIsNotRead() throws IOException {
    Landed.Batch first = batch("first", 1);
    Files.createDirectories(folder.resolve("scored/.0123.tmp/domain_index"));
    Files.createDirectories(folder.resolve("scored/4567/domain_index"));

    keep(List.of(first));

    assertThat(pieces()).hasSize(1);
    assertThat(tables()).isEqualTo(atOnce(List.of(first)));
  }

  @Test
  void aPieceThatSomebodyEmptiedIsComputedAgain() throws IOException {
    Landed.Batch first = batch("first", 1);
    keep(List.of(first));
    Files.delete(pieces().get(0).resolve("domain_index/part-0.parquet"));

    keep(List.of(first));

    assertThat(tables()).isEqualTo(atOnce(List.of(first)));
  }

  private Landed.Batch batch(String name, int number) throws IOException {
    LandedFixture fixture = new LandedFixture(10L * number);
    for (int star = 1; star <= number; star++) {
      long row = fixture.dossier("A", name + star, star);
      for (int item = 0; item < 5; item++) {
        fixture.score(row, item, 200_000L * (item + number));
      }
    }
    Path files = Files.createDirectories(folder.resolve(name));
    fixture.landed(own, files);
    return new Landed.Batch(
        name,
        List.of(files.resolve("landed_dossier.parquet")),
        List.of(files.resolve("landed_score.parquet")));
  }

  private void keep(List<Landed.Batch> batches) throws IOException {
    stages(new Before(Map.of(), List.of(), folder.resolve("scored"))).keep(landed(batches));
  }

  private Map<String, List<String>> atOnce(List<Landed.Batch> batches) throws IOException {
    stages(Before.NOTHING).keep(landed(batches));
    return tables();
  }

  private Stages stages(Before before) throws IOException {
    RunConfig config = RunConfig.load(Path.of("src/test/resources/two-domains"));
    return new Stages(
        config,
        own,
        Files.createDirectories(folder.resolve("tables")),
        RunListener.SILENT,
        LocalDate.of(2024, 12, 31),
        before);
  }

  private Landed landed(List<Landed.Batch> batches) {
    Path files = folder.resolve(batches.get(0).name());
    return new Landed(
        batches,
        List.of(files.resolve("landed_problem.parquet")),
        List.of(files.resolve("landed_delivery.parquet")),
        Map.of());
  }

  private List<Path> pieces() throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve("scored"))) {
      return found.sorted().toList();
    }
  }

  private Map<String, List<String>> tables() {
    Map<String, List<String>> tables = new TreeMap<>();
    for (SqlPath.Step step : SqlPath.steps()) {
      if (step.isOfOwnScores()) {
        List<String> lines = new ArrayList<>();
        try (Rows rows = own.query("select * from " + step.dataset())) {
          while (rows.next()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < rows.columns().size(); i++) {
              cells.add(rows.isNull(i) ? "" : String.valueOf(rows.textAt(i)));
            }
            lines.add(String.join("|", cells));
          }
        }
        lines.sort(null);
        tables.put(step.dataset(), lines);
      }
    }
    return tables;
  }
}
