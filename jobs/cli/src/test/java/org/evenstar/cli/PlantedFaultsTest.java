package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.evenstar.sample.SampleOptions.Planting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What is planted in a sample is flagged at its body, domain and month; a fair sample is quiet. A
 * cut by default; {@code -Devenstar.grid=full} for the figures in docs/methods/planted.md.
 */
class PlantedFaultsTest {
  private static final boolean IS_FULL = "full".equals(System.getProperty("evenstar.grid"));
  private static final int SMALL = 300;

  @TempDir Path folder;

  static Stream<Arguments> grid() {
    List<Long> sizes = IS_FULL ? List.of(2_000L, 5_000L, 10_000L) : List.of(2_000L);
    return sizes.stream()
        .flatMap(
            size ->
                LongStream.rangeClosed(1, IS_FULL ? 5 : 2)
                    .mapToObj(seed -> Arguments.of(size, seed)));
  }

  @ParameterizedTest(name = "{0} institutions, seed {1}")
  @MethodSource("grid")
  void everyPlantedFaultIsFlaggedWhereItIs(long institutions, long seed) throws IOException {
    try (CalibratedSample sample = sample(institutions, seed, Planting.ALL)) {
      JsonNode faults = sample.faults();
      String lenient = faults.get("lenient_domain").get("body_id").asString();
      String place = lenient + ":" + faults.get("lenient_domain").get("domain_id").asString();
      String drifting = faults.get("drift").get("body_id").asString();

      assertThat(sample.flagged("bunching"))
          .containsExactly("bunching:" + faults.get("bunching").get("body_id").asString());
      assertThat(sample.flagged("domain_use")).contains("domain_use:" + place);
      assertThat(sample.flagged("severity_domain")).containsExactly("severity_domain:" + place);
      assertThat(sample.flagged("drift")).containsExactly("drift:" + drifting);
      assertThat(sample.text("drift:" + drifting))
          .endsWith("from " + faults.get("drift").get("from_period").asString());
      assertThat(sample.evidence("copied_vector"))
          .containsAll(CalibratedSample.dossiers(faults.get("copies")));
      assertThat(sample.evidence("star_recomputed"))
          .containsExactlyElementsOf(CalibratedSample.dossiers(faults.get("star_mismatches")));
      Predicate<String> isPatternElsewhere =
          id -> id.matches("(drift|ewma_drift|domain_drift|bunching|domain_use):.*");
      assertThat(sample.alerts().stream().filter(isPatternElsewhere))
          .isSubsetOf(
              "drift:" + drifting,
              "ewma_drift:" + drifting,
              "domain_use:" + place,
              "bunching:" + faults.get("bunching").get("body_id").asString());
    }
  }

  @Test
  void aSampleWithoutFaultsSeldomRaisesAnAlert() throws IOException {
    int seeds = IS_FULL ? 200 : 3;
    List<String> alerts = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      try (CalibratedSample sample = sample(SMALL, 1000 + seed, Planting.NONE)) {
        if (!sample.alerts().isEmpty()) {
          alerts.add(seed + " " + sample.alerts());
        }
      }
      delete();
    }

    System.out.printf(
        "%d of %d samples without faults raise an ALERT: %s%n", alerts.size(), seeds, alerts);
    assertThat(alerts.size()).isLessThanOrEqualTo((int) (0.05 * seeds));
  }

  private CalibratedSample sample(long institutions, long seed, Planting faults)
      throws IOException {
    return CalibratedSample.of(
        institutions, seed, faults, Files.createDirectories(folder.resolve("sample")));
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("sample"))) {
      files.sorted(Comparator.reverseOrder()).forEach(PlantedFaultsTest::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
