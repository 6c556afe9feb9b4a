package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.LandingResult;
import org.evenstar.pipeline.SqlPath;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every planted mess is found with its reason at its file and row, and nothing else is.
 *
 * <p>{@code -Devenstar.truth=50000:1,50000:2} chooses other sizes and seeds.
 */
class PlantedTruthTest {
  private static final String SIZES = "2000:1,2000:2,2000:3,2000:4,2000:5";

  /** What shows only when deliveries are laid side by side is found by SQL. */
  private static final Set<String> SIDE_BY_SIDE =
      Set.of("dossier_revision", "problem_across", "problem");

  private static final List<String> FOUND =
      List.of("body_id", "period", "file", "sheet", "row_number", "reason_code", "severity");
  private static final List<String> COUNTS =
      List.of("n_read", "n_accepted", "n_repaired", "n_quarantined");

  @TempDir Path folder;

  static List<String> sizes() {
    return List.of(System.getProperty("evenstar.truth", SIZES).split(",", -1));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void precisionAndRecallAreOne(String size) throws IOException {
    String[] parts = size.split(":", -1);
    JsonNode truth = sample(parts[0], parts[1]);

    try (Engine engine = landed()) {
      assertFound(found(engine), planted(truth));
      assertThat(counted(engine)).isEqualTo(counts(truth));
    }
  }

  @Test
  void aReleaseTellsAllThatWasFound() throws IOException {
    JsonNode truth = sample("2000", "1");
    execute("run", folder.resolve("sample").toString(), "--out", folder.resolve("out").toString());
    Path release = folder.resolve("out/releases/r0001/association");

    assertFound(found(release), planted(truth));
    assertThat(counted(release)).isEqualTo(counts(truth));
  }

  private JsonNode sample(String institutions, String seed) {
    Path sample = folder.resolve("sample");
    execute("sample", "--out", sample.toString(), "--institutions", institutions, "--seed", seed);
    return Json.MAPPER.readTree(sample.resolve("truth.json"));
  }

  /** The sample landed, with all that was found in it. */
  private Engine landed() throws IOException {
    RunConfig config = RunConfig.load(folder.resolve("sample"));
    LandingResult landed =
        new Landing(
                config,
                config.landingFolder(),
                Files.createDirectories(folder.resolve("work")),
                new LandingOptions(2, Objects.requireNonNull(config.run().asOf())),
                path -> {})
            .land();
    Engine engine = Engines.open("duckdb", new EngineOptions(2, 512, folder.resolve("spill")));
    engine.register("landed_dossier", landed.files("dossier"));
    engine.register("landed_problem", landed.files("problem"));
    engine.register("landed_delivery", landed.files("delivery"));
    for (SqlPath.Step step : SqlPath.steps("2-normalise")) {
      if (SIDE_BY_SIDE.contains(step.dataset())) {
        engine.create(step.dataset(), step.query());
      }
    }
    return engine;
  }

  private static void execute(String... arguments) {
    Shell shell = new Shell();
    assertThat(shell.execute(arguments)).as(shell.complained.toString()).isEqualTo(ExitCode.DONE);
  }

  private static Set<String> planted(JsonNode truth) {
    Set<String> planted = new TreeSet<>();
    for (String list : List.of("problems", "notes", "cross_delivery")) {
      for (JsonNode problem : truth.get(list)) {
        planted.add(
            line(
                problem.get("file").asString(),
                problem.get("sheet").asString(),
                Integer.toString(problem.get("row_number").asInt()),
                problem.get("reason_code").asString()));
      }
    }
    for (JsonNode file : truth.get("stopped_files")) {
      planted.add(line(file.get("file").asString(), "", "0", file.get("reason_code").asString()));
    }
    for (JsonNode missing : truth.get("missing_deliveries")) {
      planted.add(
          line(
              missing.get("body_id").asString(),
              missing.get("period").asString(),
              "0",
              "DELIVERY_MISSING"));
    }
    return planted;
  }

  private static Set<String> found(Engine engine) {
    Set<String> found = new TreeSet<>();
    try (Rows rows = engine.query("select " + String.join(", ", FOUND) + " from problem")) {
      while (rows.next()) {
        add(found, rows::textAt, Long.toString(rows.longAt(FOUND.indexOf("row_number"))));
      }
    }
    return found;
  }

  private static Set<String> found(Path release) throws IOException {
    Set<String> found = new TreeSet<>();
    for (NamedCsvRecord row : rows(release.resolve("problem.csv"))) {
      String number = row.getField("row_number");
      add(found, i -> row.getField(FOUND.get(i)), number.isEmpty() ? "0" : number);
    }
    return found;
  }

  /** Adds a problem by the columns of {@link #FOUND}. */
  private static void add(Set<String> found, IntFunction<String> column, String rowNumber) {
    String reason = column.apply(FOUND.indexOf("reason_code"));
    String file = column.apply(FOUND.indexOf("file"));
    // A delivery is compared with its own history by chance as well: a note, and none is planted.
    if (reason.equals("DELIVERY_MISSING")) {
      String body = column.apply(FOUND.indexOf("body_id"));
      found.add(line(body, column.apply(FOUND.indexOf("period")), "0", reason));
    } else if (column.apply(FOUND.indexOf("severity")).equals("STOP")) {
      found.add(line(file, "", "0", reason));
    } else if (!reason.equals("DELIVERY_UNLIKE_HISTORY")) {
      String sheet = column.apply(FOUND.indexOf("sheet"));
      found.add(line(file, sheet == null ? "" : sheet, rowNumber, reason));
    }
  }

  private static void assertFound(Set<String> found, Set<String> planted) {
    assertThat(planted).as("planted").isNotEmpty();
    assertThat(without(found, planted)).as("found and not planted").isEmpty();
    assertThat(without(planted, found)).as("planted and not found").isEmpty();
  }

  private static Set<String> without(Set<String> lines, Set<String> others) {
    Set<String> rest = new TreeSet<>(lines);
    rest.removeAll(others);
    return rest;
  }

  private static String line(String file, String sheet, String row, String reason) {
    return file + " " + sheet + " " + row + " " + reason;
  }

  /** Rows read, accepted, repaired and quarantined by body. */
  private static Map<String, List<Long>> counts(JsonNode truth) {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (JsonNode body : truth.get("counts")) {
      counts.put(
          body.get("body_id").asString(),
          List.of(
              body.get("read").asLong(),
              body.get("accepted").asLong(),
              body.get("repaired").asLong(),
              body.get("quarantined").asLong()));
    }
    return counts;
  }

  private static Map<String, List<Long>> counted(Engine engine) {
    Map<String, List<Long>> counts = new TreeMap<>();
    try (Rows rows =
        engine.query("select body_id, " + String.join(", ", COUNTS) + " from landed_delivery")) {
      while (rows.next()) {
        add(counts, rows.textAt(0), i -> rows.longAt(1 + i));
      }
    }
    return counts;
  }

  private static Map<String, List<Long>> counted(Path release) throws IOException {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (NamedCsvRecord row : rows(release.resolve("delivery.csv"))) {
      add(counts, row.getField("body_id"), i -> Long.parseLong(row.getField(COUNTS.get(i))));
    }
    return counts;
  }

  private static void add(
      Map<String, List<Long>> counts, @Nullable String body, IntToLongFunction more) {
    if (body == null || body.isEmpty()) {
      return;
    }
    List<Long> before = counts.getOrDefault(body, List.of(0L, 0L, 0L, 0L));
    List<Long> now = new ArrayList<>();
    for (int i = 0; i < COUNTS.size(); i++) {
      now.add(before.get(i) + more.applyAsLong(i));
    }
    counts.put(body, now);
  }

  private static List<NamedCsvRecord> rows(Path csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream().toList();
    }
  }
}
