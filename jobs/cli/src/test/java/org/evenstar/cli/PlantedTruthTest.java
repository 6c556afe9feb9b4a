package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenstar.schemas.Json;
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
  private static final String SIZES = "2000:1,2000:5";

  @TempDir Path folder;

  static List<String> sizes() {
    return List.of(System.getProperty("evenstar.truth", SIZES).split(",", -1));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void precisionAndRecallAreOne(String size) throws IOException {
    String[] parts = size.split(":", -1);
    Path sample = folder.resolve("sample");
    execute("sample", "--out", sample.toString(), "--institutions", parts[0], "--seed", parts[1]);
    execute("run", sample.toString(), "--out", folder.resolve("out").toString());
    JsonNode truth = Json.MAPPER.readTree(sample.resolve("truth.json"));
    Path release = folder.resolve("out/releases/r0001/association");

    assertThat(found(release)).containsExactlyElementsOf(planted(truth));
    assertThat(counted(release)).isEqualTo(counts(truth));
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

  private static Set<String> found(Path release) throws IOException {
    Set<String> found = new TreeSet<>();
    for (NamedCsvRecord row : rows(release.resolve("problem.csv"))) {
      String reason = row.getField("reason_code");
      String number = row.getField("row_number");
      // A delivery is compared with its own history by chance as well: a note, and none is planted.
      if (reason.equals("DELIVERY_MISSING")) {
        found.add(line(row.getField("body_id"), row.getField("period"), "0", reason));
      } else if (row.getField("severity").equals("STOP")) {
        found.add(line(row.getField("file"), "", "0", reason));
      } else if (!reason.equals("DELIVERY_UNLIKE_HISTORY")) {
        found.add(
            line(
                row.getField("file"),
                row.getField("sheet"),
                number.isEmpty() ? "0" : number,
                reason));
      }
    }
    return found;
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

  private static Map<String, List<Long>> counted(Path release) throws IOException {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (NamedCsvRecord row : rows(release.resolve("delivery.csv"))) {
      List<Long> now = new ArrayList<>();
      List<Long> before = counts.getOrDefault(row.getField("body_id"), List.of(0L, 0L, 0L, 0L));
      List<String> columns = List.of("n_read", "n_accepted", "n_repaired", "n_quarantined");
      for (int i = 0; i < columns.size(); i++) {
        now.add(before.get(i) + Long.parseLong(row.getField(columns.get(i))));
      }
      if (!row.getField("body_id").isEmpty()) {
        counts.put(row.getField("body_id"), now);
      }
    }
    return counts;
  }

  private static List<NamedCsvRecord> rows(Path csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream().toList();
    }
  }
}
