package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.LandingResult;
import org.evenstar.pipeline.Landed;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.Stages;
import org.evenstar.sample.SampleGenerator;
import org.evenstar.sample.SampleOptions;
import org.evenstar.sample.SampleOptions.Planting;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is planted in a sample is flagged at its body, domain and month; a fair sample is quiet. */
class PlantedFaultsTest {
  private static final String FLAGGED = " and level in ('WATCH', 'ALERT')";

  @TempDir Path folder;

  @Test
  void everyPlantedFaultIsFlaggedWhereItIs() throws IOException {
    try (Engine engine = calibrated(1, Planting.ALL)) {
      JsonNode faults = Json.MAPPER.readTree(folder.resolve("run/truth.json")).get("faults");

      assertThat(column(engine, "select body_id from signal where check_id = 'bunching'" + FLAGGED))
          .containsExactly(faults.get("bunching").get("body_id").asString());
      assertThat(
              column(
                  engine,
                  "select signal_id from signal where check_id = 'severity_domain'" + FLAGGED))
          .containsExactly(
              "severity_domain:"
                  + faults.get("lenient_domain").get("body_id").asString()
                  + ":"
                  + faults.get("lenient_domain").get("domain_id").asString());
      assertThat(column(engine, "select body_id from signal where check_id = 'drift'" + FLAGGED))
          .containsExactly(faults.get("drift").get("body_id").asString());
      assertThat(column(engine, "select text_en from signal where check_id = 'drift'" + FLAGGED))
          .allSatisfy(
              text ->
                  assertThat(text)
                      .endsWith("from " + faults.get("drift").get("from_period").asString()));
      assertThat(evidence(engine, "copied_vector")).containsAll(dossiers(faults.get("copies")));
      assertThat(evidence(engine, "star_recomputed"))
          .containsExactlyElementsOf(dossiers(faults.get("star_mismatches")));
    }
  }

  @Test
  void aSampleWithoutFaultsRaisesNoAlert() throws IOException {
    try (Engine engine = calibrated(2, Planting.NONE)) {
      assertThat(column(engine, "select signal_id from signal where level = 'ALERT'")).isEmpty();
      assertThat(
              column(
                  engine,
                  "select signal_id from signal where check_id in ('bunching', 'drift',"
                      + " 'domain_use', 'indicator_use', 'copied_vector', 'star_recomputed')"
                      + FLAGGED))
          .isEmpty();
    }
  }

  private Engine calibrated(long seed, Planting faults) throws IOException {
    Path run = folder.resolve("run");
    SampleGenerator.generate(new SampleOptions(2000, 12, seed, faults, Planting.NONE), run);
    RunConfig config = RunConfig.load(run);
    LandingResult landed =
        new Landing(
                config,
                config.landingFolder(),
                Files.createDirectories(folder.resolve("work")),
                new LandingOptions(2, LocalDate.of(2025, 1, 25)),
                path -> {})
            .land();
    Engine engine = Engines.open("duckdb", new EngineOptions(2, 512, folder.resolve("spill")));
    new Stages(
            config, engine, Files.createDirectories(folder.resolve("tables")), RunListener.SILENT)
        .run(
            new Landed(
                landed.files("dossier"),
                landed.files("score"),
                landed.files("problem"),
                landed.files("delivery"),
                landed.inputs()));
    return engine;
  }

  private static List<String> column(Engine engine, String query) {
    List<String> values = new ArrayList<>();
    try (Rows rows = engine.query(query + " order by 1")) {
      while (rows.next()) {
        values.add(rows.textAt(0));
      }
    }
    return values;
  }

  private static List<String> evidence(Engine engine, String check) {
    return column(
        engine,
        "select body_id || ' ' || dossier_no from signal_evidence where signal_id like '"
            + check
            + ":%'");
  }

  private static List<String> dossiers(JsonNode placed) {
    TreeSet<String> dossiers = new TreeSet<>();
    for (JsonNode one : placed) {
      dossiers.add(one.get("body_id").asString() + " " + one.get("dossier_no").asString());
    }
    return List.copyOf(dossiers);
  }
}
