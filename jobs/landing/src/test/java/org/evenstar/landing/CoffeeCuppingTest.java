package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Coffee cupped by 25 partners of the Coffee Quality Institute lands by configuration alone. */
class CoffeeCuppingTest {
  private static final Path SAMPLE = Path.of("../../data-samples/coffee-cupping");
  private static final long MICRO = 1_000_000;

  @TempDir Path work;

  @Test
  void everyRowOfTheCutIsAccountedFor() throws IOException {
    RunFolder.Tables tables = land(SAMPLE);

    assertThat(tables.sum("n_read")).isEqualTo(137);
    assertThat(tables.sum("n_accepted")).isEqualTo(134);
    assertThat(tables.sum("n_repaired")).isEqualTo(2);
    assertThat(tables.sum("n_quarantined")).isEqualTo(1);
    assertThat(tables.problem("BODY_UNKNOWN").get("detail").toString())
        .contains("Specialty Coffee Association");
  }

  @Test
  void datesInWordsAreRead() throws IOException {
    assertThat(land(SAMPLE).dossiers)
        .filteredOn(d -> "R1".equals(d.get("dossier_no")))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.get("assessed_on")).hasToString("2014-06-26");
              assertThat(d.get("expires_on")).hasToString("2015-06-26");
              assertThat(d.get("period")).isEqualTo("2014-06");
              assertThat(d.get("body_id")).isEqualTo("UCDA");
            });
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "EVENSTAR_SHARED", matches = ".+")
  void theWholeSetHasTheKnownRowsAndTotalsOfEachBody() throws IOException {
    Path shared = Path.of(System.getenv("EVENSTAR_SHARED"), "data/coffee_cqi_2018");
    Path run = wholeRun(shared);

    RunFolder.Tables tables = land(run);

    assertThat(tables.sum("n_read")).isEqualTo(1339);
    assertThat(tables.sum("n_quarantined")).isEqualTo(1);
    Map<String, Long> rows = new TreeMap<>();
    Map<Object, String> bodyOf = new HashMap<>();
    for (Map<String, Object> dossier : tables.dossiers) {
      rows.merge(String.valueOf(dossier.get("body_id")), 1L, Long::sum);
      bodyOf.put(dossier.get("row_key"), String.valueOf(dossier.get("body_id")));
    }
    Map<String, Long> points = new TreeMap<>();
    for (Map<String, Object> score : tables.scores) {
      points.merge(
          String.valueOf(bodyOf.get(score.get("row_key"))),
          (long) score.get("points_micro"),
          Long::sum);
    }
    Map<String, Long> expectedRows = new TreeMap<>();
    Map<String, BigDecimal> expectedPoints = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> truth =
        CsvReader.builder().ofNamedCsvRecord(shared.resolve("truth_by_body.csv"))) {
      for (NamedCsvRecord row : truth) {
        String body = bodyId(RunConfig.load(run), row.getField("body").strip());
        expectedRows.merge(body, Long.valueOf(row.getField("rows")), Long::sum);
        expectedPoints.merge(body, new BigDecimal(row.getField("sum_total")), BigDecimal::add);
      }
    }
    expectedRows.remove("");
    assertThat(rows).isEqualTo(expectedRows);
    // Totals in the files are rounded by up to 0.03 a row; two rows differ by 0.10 and 0.50.
    points.forEach(
        (body, sum) ->
            assertThat(sum / (double) MICRO)
                .as(body)
                .isCloseTo(
                    expectedPoints.get(body).doubleValue(),
                    org.assertj.core.data.Offset.offset(0.03 * rows.get(body) + 0.6)));
  }

  private static String bodyId(RunConfig config, String name) {
    return config.bodies().stream()
        .filter(body -> body.name().en().equals(name))
        .map(Body::bodyId)
        .findFirst()
        .orElse("");
  }

  private Path wholeRun(Path shared) throws IOException {
    Path run = work.resolve("run");
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.toList()) {
        if ((Files.isRegularFile(file) && !file.toString().endsWith(".csv"))
            || file.endsWith("regions.csv")) {
          Path target = run.resolve(SAMPLE.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    Files.createDirectories(run.resolve("landing"));
    for (String kind : new String[] {"arabica", "robusta"}) {
      Files.copy(
          shared.resolve(kind + "_data_cleaned.csv"), run.resolve("landing/" + kind + ".csv"));
    }
    return run;
  }

  private RunFolder.Tables land(Path run) throws IOException {
    RunConfig config = RunConfig.load(run);
    return new RunFolder.Tables(
        new Landing(
                config,
                config.landingFolder(),
                work.resolve("work"),
                new LandingOptions(2, java.util.Objects.requireNonNull(config.run().asOf())),
                path -> {})
            .land());
  }
}
