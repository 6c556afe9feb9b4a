package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Verbs over releases: two of one folder, the second after one delivery was mended. */
class ReleaseVerbsTest {
  @TempDir static Path folder;
  private static Path input;
  private static Path first;
  private static Path second;
  private static String changedDossier;

  private final Shell shell = new Shell();

  @BeforeAll
  static void publishTwice() throws IOException {
    input = Shell.copy(Shell.FOOD, folder.resolve("input"));
    Path out = folder.resolve("out");
    run();
    first = out.resolve("releases/r0001");
    Path delivery = input.resolve("landing/821.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(delivery));
    String gone = lines.remove(lines.size() - 1);
    changedDossier = gone;
    Files.writeString(delivery, String.join("\n", lines) + "\n");
    run();
    second = out.resolve("releases/r0002");
  }

  private static void run() {
    Shell shell = new Shell();
    assertThat(shell.execute("run", input.toString(), "--out", folder.resolve("out").toString()))
        .as(shell.complained.toString())
        .isZero();
  }

  @Test
  void releasesSayWhichSupersedesWhich() {
    assertThat(shell.execute("releases", folder.resolve("out").toString(), "--lang", "en"))
        .isZero();

    assertThat(shell.said.toString())
        .containsPattern("r0001 .*superseded by r0002")
        .containsPattern("r0002 .*current");
  }

  @Test
  void aPageListsAllReleases() throws IOException {
    assertThat(Files.readString(folder.resolve("out/releases.html")))
        .contains("superseded by r0002", "releases/r0002/public/codebook.html", "UK food hygiene")
        .doesNotContain("<script");
  }

  @Test
  void aSignedReleaseIsKnownByItsPublishersKeyOnly() throws Exception {
    Path release = Shell.copy(first, folder.resolve("signed"));
    KeyPair publisher = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path secret = pem("PRIVATE KEY", publisher.getPrivate());
    String known = pem("PUBLIC KEY", publisher.getPublic()).toString();

    assertThat(shell.execute("verify", release.toString(), "--key", known)).isEqualTo(1);
    assertThat(shell.execute("sign", release.toString(), "--key", secret.toString())).isZero();
    assertThat(shell.execute("verify", release.toString(), "--key", known)).isZero();
    assertThat(shell.execute("verify", release.toString())).isZero();

    String stranger = pem("PUBLIC KEY", other.getPublic()).toString();
    assertThat(shell.execute("verify", release.toString(), "--key", stranger)).isEqualTo(1);
    assertThat(shell.execute("verify", release.toString(), "--key", secret.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.complained.toString())
        .contains("it has no line '-----BEGIN PUBLIC KEY-----'; make keys with openssl");
    Files.writeString(
        release.resolve("manifest.json"),
        Files.readString(release.resolve("manifest.json")).replace("r0001", "r0003"));
    assertThat(shell.execute("verify", release.toString(), "--key", known)).isEqualTo(1);
  }

  private static Path pem(String what, Key key) throws IOException {
    Path file = Files.createTempFile(folder, "key", ".pem");
    return Files.writeString(
        file,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(key.getEncoded()), what));
  }

  @Test
  void aDiffNamesTheRowThatIsGoneAndWhy() {
    execute("diff", first.toString(), second.toString(), "--json");

    JsonNode association = tier("association");
    assertThat(association.get("causes").toString())
        .contains("CHANGED_DELIVERIES", "821.csv", "REMOVED_DOSSIERS")
        .doesNotContain("NEW_DOSSIERS", "MODEL", "CONFIGURATION");
    JsonNode dossier = dataset(association, "dossier");
    assertThat(dossier.get("removed").asLong()).isEqualTo(1);
    assertThat(dossier.get("added").asLong()).isZero();
    assertThat(changedDossier)
        .contains(dossier.get("listed").get(0).get("key").get("dossier_no").asString());
    assertThat(dataset(association, "body_benchmark").get("listed"))
        .allSatisfy(row -> assertThat(row.get("key").get("body_id").asString()).isEqualTo("821"))
        .allSatisfy(row -> assertThat(row.get("why").toString()).contains("REMOVED_DOSSIERS"));
  }

  @Test
  void thePublicLearnsNeitherCountsNorFilesNorDossiers() throws IOException {
    String changes = Files.readString(second.resolve("public/changes.json"));

    assertThat(changes)
        .contains("CHANGED_DELIVERIES", "\"benchmark\"")
        .doesNotContain("821.csv", "DOSSIERS");
    assertThat(first.resolve("public/changes.json")).doesNotExist();
  }

  @Test
  void aReleaseMadeAgainHasTheSameBytes() {
    assertThat(shell.execute("rebuild", second.toString(), input.toString(), "--lang", "en"))
        .as(shell.complained.toString())
        .isZero();

    assertThat(shell.said.toString()).contains("is the same, byte by byte");
  }

  @Test
  void otherDeliveriesMakeAnotherReleaseAndAreNamed() {
    assertThat(shell.execute("rebuild", first.toString(), input.toString(), "--lang", "en"))
        .isEqualTo(ExitCode.UNEXPECTED);

    assertThat(shell.complained.toString())
        .contains("delivery 821.csv: other bytes")
        .contains("association/dossier.csv: other bytes");
  }

  /** Every star cell of the release traces to exactly as many dossiers as it says. */
  @Test
  void aCellTracesToAsManyDossiersAsItCounts() throws IOException {
    int traced = 0;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(second.resolve("policy/benchmark.csv"))) {
      for (NamedCsvRecord row : rows) {
        if (row.getField("measure_kind").equals("star")
            && row.getField("obs_status").equals("OK")
            && traced < 8
            && row.getStartingLineNumber() % 7 == 0) {
          List<String> arguments =
              new ArrayList<>(List.of("trace", second.toString(), "benchmark"));
          for (String column : row.getHeader().subList(0, 10)) {
            arguments.add(column + "=" + row.getField(column));
          }
          arguments.add("--json");
          JsonNode said = execute(arguments.toArray(String[]::new));
          assertThat(said.get("dossiers").size())
              .as(arguments.toString())
              .isEqualTo(Integer.parseInt(row.getField("n")));
          assertThat(said.get("sql").toString()).contains("2-normalise/dossier", "3-benchmark/");
          traced++;
        }
      }
    }
    assertThat(traced).isEqualTo(8);
  }

  @Test
  void aDossierTracesToItsFileAndRow() throws IOException {
    execute("trace", second.toString(), "lineage", "body_id=821", "row_number=2", "--json");

    JsonNode source = json().get("dossiers").get(0);
    assertThat(source.get("file").asString()).isEqualTo("821.csv");
    assertThat(Files.readAllLines(input.resolve("landing/821.csv")).get(1))
        .contains(source.get("dossier_no").asString());
  }

  @Test
  void aKeyOfManyRowsNamesTheChoices() {
    assertThat(shell.execute("trace", second.toString(), "lineage", "body_id=821"))
        .isEqualTo(ExitCode.USAGE);

    assertThat(shell.complained.toString())
        .contains("more than one row has these values; add what tells them apart. The first are ")
        .contains("dossier_no=");
  }

  @Test
  void aTierIsExportedAsADatabaseAndAsAWorkbook() throws Exception {
    Path database = folder.resolve("public.duckdb");
    Path workbook = folder.resolve("public.xlsx");
    assertThat(shell.execute("export", second.toString(), database.toString(), "--to", "duckdb"))
        .isZero();
    assertThat(shell.execute("export", second.toString(), workbook.toString(), "--to", "xlsx"))
        .isZero();

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select (select count(*) from benchmark), (select count(*) from"
                    + " duckdb_columns() where table_name = 'benchmark' and comment is null)");
        ReadableWorkbook sheets = new ReadableWorkbook(workbook.toFile())) {
      assertThat(row.next()).isTrue();
      assertThat(sheets.findSheet("benchmark").orElseThrow().read()).hasSize(row.getInt(1) + 1);
      assertThat(row.getInt(2)).isZero();
    }
  }

  private JsonNode execute(String... arguments) {
    shell.said.getBuffer().setLength(0);
    assertThat(shell.execute(arguments)).as(shell.complained.toString()).isZero();
    return json();
  }

  private JsonNode json() {
    return Json.MAPPER.readTree(shell.said.toString());
  }

  private JsonNode tier(String name) {
    for (JsonNode tier : json()) {
      if (tier.get("tier").asString().equals(name)) {
        return tier;
      }
    }
    throw new AssertionError(name);
  }

  private static JsonNode dataset(JsonNode tier, String name) {
    for (JsonNode dataset : tier.get("datasets")) {
      if (dataset.get("dataset").asString().equals(name)) {
        return dataset;
      }
    }
    throw new AssertionError(name + " is not in " + tier);
  }
}
