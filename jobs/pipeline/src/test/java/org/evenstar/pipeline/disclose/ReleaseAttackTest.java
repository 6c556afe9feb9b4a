package org.evenstar.pipeline.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.evenstar.disclosure.Attacker;
import org.evenstar.disclosure.Decisions;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.Published;
import org.evenstar.disclosure.Suppressor;
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases of the samples, attacked as they lie on disk. */
class ReleaseAttackTest {
  private static final Path SAMPLES = Path.of("../../data-samples");

  @TempDir static Path folder;
  private static Path first;

  @BeforeAll
  static void publish() throws IOException {
    first = run(SAMPLES.resolve("six-bodies"), folder.resolve("first"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"six-bodies", "alt-100", "food-hygiene", "coffee-cupping"})
  void nothingIsLearntButWouldBeWithoutComplementarySuppression(String sample) throws IOException {
    Path release = run(SAMPLES.resolve(sample), folder.resolve(sample));

    assertThat(new ReleaseAttack(release, List.of()).run().learnt()).isEmpty();
    DisclosureFile file = DisclosureFile.of(release).orElseThrow();
    LinkedTables tables = file.tables().build();
    Decisions careless = Suppressor.primaryOnly(tables, file.limits());
    if (!careless.withheld().isEmpty()) {
      assertThat(Attacker.attack(Published.of(careless)).findings()).isNotEmpty();
    }
  }

  @Test
  void readersWhoHoldTheEarlierReleaseLearnNothingEither() throws IOException {
    Path sample = SAMPLES.resolve("food-hygiene");
    Path fewer = copy(sample, folder.resolve("fewer"));
    try (Stream<Path> files = Files.walk(fewer.resolve("landing"))) {
      Path file = files.filter(Files::isRegularFile).min(Comparator.naturalOrder()).orElseThrow();
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      Files.write(file, lines.subList(0, lines.size() - 2), StandardCharsets.UTF_8);
    }
    Path earlier = run(fewer, folder.resolve("out"));
    Path later = run(sample, folder.resolve("out"));
    Path alone = run(sample, folder.resolve("alone"));

    assertThat(later.getFileName()).hasToString("r0002");
    assertThat(new ReleaseAttack(later, List.of(earlier)).run().learnt()).isEmpty();
    // made without a look at the earlier one, the same release tells of the two that came
    assertThat(new ReleaseAttack(alone, List.of(earlier)).run().learnt())
        .anyMatch(line -> line.contains("DIFFERENCING"));
  }

  @Test
  void aNumberLeftInAWithheldRowIsFound() throws IOException {
    Path release = copy(first, folder.resolve("left-over"));
    Path csv = release.resolve("policy/benchmark.csv");
    String text = Files.readString(csv);
    int row = text.indexOf(",WITHHELD,");
    int start = text.lastIndexOf('\n', row) + 1;
    String withheld = text.substring(start, row);
    List<String> names = List.of(text.substring(0, text.indexOf('\r')).split(",", -1));
    String[] cells = withheld.split(",", -1);
    cells[names.indexOf("mean")] = "3.5";
    Files.writeString(
        csv,
        text.substring(0, start) + String.join(",", cells) + text.substring(row),
        StandardCharsets.UTF_8);

    assertThat(new ReleaseAttack(release, List.of()).run().learnt())
        .anyMatch(line -> line.contains("is withheld and still shows [MEAN]"));
  }

  @Test
  void aWithheldRegionThatAnotherDatasetShowsIsFound() throws IOException {
    Path release = copy(first, folder.resolve("other-dataset"));
    DisclosureFile file = DisclosureFile.of(release).orElseThrow();
    String region =
        file.cells().stream()
            .filter(
                c ->
                    c.withheld() != null && c.cell().matches("period=all:\\*;region=unit37:[0-9]+"))
            .map(c -> c.cell().substring(c.cell().lastIndexOf(':') + 1))
            .findFirst()
            .orElseThrow();
    Path csv = release.resolve("policy/sensitivity.csv");
    String text = Files.readString(csv);
    String row = text.substring(text.indexOf('\n') + 1).lines().findFirst().orElseThrow();
    String[] cells = row.split(",", -1);
    cells[1] = region;
    cells[0] = "unit37";
    Files.writeString(csv, text + String.join(",", cells) + "\r\n", StandardCharsets.UTF_8);

    assertThat(new ReleaseAttack(release, List.of()).run().learnt())
        .anyMatch(line -> line.contains(region) && line.contains("TOLD"));
  }

  private static Path run(Path sample, Path out) throws IOException {
    RunConfig config = RunConfig.load(sample);
    LocalDate asOf = java.util.Objects.requireNonNull(config.run().asOf());
    return new Pipeline(
            config, new RunOptions(out, "duckdb", 2, 512, asOf, "test"), RunListener.SILENT)
        .run()
        .release();
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return to;
  }
}
