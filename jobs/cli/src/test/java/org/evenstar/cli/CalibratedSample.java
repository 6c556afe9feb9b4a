package org.evenstar.cli;

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
import tools.jackson.databind.JsonNode;

/** The signals of one made-up year, and the truth beside them. */
final class CalibratedSample implements AutoCloseable {
  /** Calibration reads no benchmark; the smallest is made. */
  private static final String SMALL_BENCHMARK =
      "{\"cuts\": [[\"region\"]], \"periods\": [\"all\"], \"region_levels\": [\"nation\"],"
          + " \"measures\": [\"star\"]}";

  private final Path folder;
  private final Engine engine;

  private CalibratedSample(Path folder, Engine engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /**
   * Makes, lands and calibrates a sample without messes.
   *
   * @param folder an empty folder
   */
  static CalibratedSample of(long institutions, long seed, Planting faults, Path folder)
      throws IOException {
    Path run = folder.resolve("run");
    SampleGenerator.generate(new SampleOptions(institutions, 12, seed, faults, Planting.NONE), run);
    Files.writeString(run.resolve("config/benchmark.json"), SMALL_BENCHMARK);
    String settings = Files.readString(run.resolve("run.json"));
    Files.writeString(run.resolve("run.json"), settings.replace("\"pages\"", "\"none\""));
    RunConfig config = RunConfig.load(run);
    LandingResult landed =
        new Landing(
                config,
                config.landingFolder(),
                Files.createDirectories(folder.resolve("work")),
                new LandingOptions(2, LocalDate.of(2025, 1, 25)),
                path -> {})
            .land();
    Engine engine = Engines.open("duckdb", new EngineOptions(2, 2048, folder.resolve("spill")));
    new Stages(
            config, engine, Files.createDirectories(folder.resolve("tables")), RunListener.SILENT)
        .run(Landed.of(landed));
    return new CalibratedSample(folder, engine);
  }

  /** What was planted. */
  JsonNode faults() throws IOException {
    return Json.MAPPER.readTree(Files.readString(folder.resolve("run/truth.json"))).get("faults");
  }

  /** Ids of a check's signals at WATCH or ALERT. */
  List<String> flagged(String check) {
    return column(
        "select signal_id from signal where check_id = '"
            + check
            + "' and level in ('WATCH', 'ALERT')");
  }

  /** Ids of all signals at ALERT. */
  List<String> alerts() {
    return column("select signal_id from signal where level = 'ALERT'");
  }

  /** What a signal says, in English. */
  String text(String signalId) {
    return String.join(
        "", column("select text_en from signal where signal_id = '" + signalId + "'"));
  }

  /** Body and number of the dossiers behind a check's signals. */
  List<String> evidence(String check) {
    return column(
        "select body_id || ' ' || dossier_no from signal_evidence where signal_id like '"
            + check
            + ":%'");
  }

  /** Body and number of dossiers in the truth. */
  static List<String> dossiers(JsonNode placed) {
    TreeSet<String> dossiers = new TreeSet<>();
    for (JsonNode one : placed) {
      dossiers.add(one.get("body_id").asString() + " " + one.get("dossier_no").asString());
    }
    return List.copyOf(dossiers);
  }

  private List<String> column(String query) {
    List<String> values = new ArrayList<>();
    try (Rows rows = engine.query(query + " order by 1")) {
      while (rows.next()) {
        values.add(rows.textAt(0));
      }
    }
    return values;
  }

  @Override
  public void close() {
    engine.close();
  }
}
