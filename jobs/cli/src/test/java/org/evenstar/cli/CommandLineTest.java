package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  private static final Path FOOD = Shell.FOOD;

  @TempDir Path folder;
  private final Shell shell = new Shell();

  @Test
  void aRunEndsWithAReleaseThatVerifies() {
    assertThat(run(FOOD, folder.resolve("out"))).isEqualTo(ExitCode.DONE);

    assertThat(shell.said.toString())
        .contains("read 3,583 rows = accepted 3,583 + repaired 0 + quarantined 0");
    assertThat(shell.execute("verify", folder.resolve("out/releases/r0001").toString())).isZero();
  }

  @Test
  void theSameInputAgainMakesNoNewRelease() {
    run(FOOD, folder.resolve("out"));
    run(FOOD, folder.resolve("out"));

    assertThat(shell.said.toString()).contains("Nothing has changed since the last release.");
    assertThat(folder.resolve("out/releases/r0002")).doesNotExist();
  }

  @Test
  void threeRowsOfWhichNothingMayBeToldStillEndWithASite() throws IOException {
    Path copy = Shell.copy(Path.of("../../data-samples/alt-100"), folder.resolve("copy"));
    Path kept = copy.resolve("landing/alpha-2024-03.csv");
    List<String> rows = Files.readAllLines(kept).subList(0, 4);
    for (String other : List.of("alpha-2024-04.csv", "beta-2024-03.csv", "beta-2024-04.csv")) {
      Files.delete(copy.resolve("landing").resolve(other));
    }
    Files.write(kept, rows);

    assertThat(run(copy, folder.resolve("out"))).isEqualTo(ExitCode.DONE);

    assertThat(folder.resolve("out/site/en/policy/index.html")).isNotEmptyFile();
    assertThat(folder.resolve("out/releases/r0001/public/benchmark.csv"))
        .content()
        .contains("WITHHELD");
  }

  @Test
  void aPlanNamesWhatTheRunThenReads() throws IOException {
    Path copy = Shell.copy(FOOD, folder.resolve("copy"));
    shell.execute("plan", copy.toString(), "--out", path("out"), "--lang", "en");
    assertThat(shell.said.toString()).contains("to read: 8 files").contains("unchanged: 0 files");
    assertThat(folder.resolve("out")).doesNotExist();

    run(copy, folder.resolve("out"));
    shell.execute("plan", copy.toString(), "--out", path("out"), "--lang", "en");

    assertThat(shell.said.toString()).contains("nothing has changed: release r0001 stands");
  }

  @Test
  void oneAndTwoThreadsGiveTheSameBytes() throws IOException {
    shell.execute("run", FOOD.toString(), "--out", path("one"), "--threads", "1", "--lang", "en");
    shell.execute("run", FOOD.toString(), "--out", path("two"), "--threads", "2", "--lang", "en");

    assertThat(contents(folder.resolve("two/releases/r0001")))
        .isEqualTo(contents(folder.resolve("one/releases/r0001")));
  }

  /**
   * Where a row stood is told by the datasets that cite rows and by the workbook that holds them,
   * and by nothing else.
   */
  @Test
  void shuffledRowsGiveTheSameBytesOfEveryDatasetThatCitesNoRow() throws IOException {
    Path copy = Shell.copy(FOOD, folder.resolve("copy"));
    try (Stream<Path> files = Files.list(copy.resolve("landing"))) {
      for (Path file : files.toList()) {
        List<CsvRecord> rows = records(file);
        List<CsvRecord> shuffled = new ArrayList<>(rows.subList(1, rows.size()));
        Collections.shuffle(shuffled, new Random(3));
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
          writer.writeRecord(rows.get(0).getFields());
          shuffled.forEach(row -> writer.writeRecord(row.getFields()));
        }
      }
    }
    run(FOOD, folder.resolve("in-order"));
    run(copy, folder.resolve("shuffled"));

    assertThat(datasets(folder.resolve("shuffled/releases/r0001")))
        .hasSizeGreaterThan(20)
        .isEqualTo(datasets(folder.resolve("in-order/releases/r0001")));
  }

  private static List<String> datasets(Path release) throws IOException {
    return contents(release).stream()
        .filter(
            file ->
                !file.matches(
                    "manifest.*|.*/(lineage|delivery|problem|signal_evidence)\\..*"
                        + "|association/workbook\\..*"))
        .toList();
  }

  private static List<CsvRecord> records(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  @Test
  void aChangedFileIsFoundByVerify() throws IOException {
    run(FOOD, folder.resolve("out"));
    Path csv = folder.resolve("out/releases/r0001/public/benchmark.csv");
    Files.writeString(csv, Files.readString(csv).replaceFirst("OK", "KO"));

    assertThat(shell.execute("verify", path("out/releases/r0001"))).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(shell.complained.toString()).contains("public/benchmark.csv: its SHA-256 is ");
  }

  @Test
  void aMissingFolderIsAUsageError() {
    assertThat(run(folder.resolve("nowhere"), folder.resolve("out"))).isEqualTo(ExitCode.USAGE);

    assertThat(shell.complained.toString())
        .contains("Cannot load configuration '")
        .contains("no such folder; give a folder that holds run.json");
  }

  @Test
  void fiveErrorsInAConfigurationAreReportedAtOnce() throws IOException {
    Path copy = Shell.withFiveErrors(Shell.copy(FOOD, folder.resolve("copy")));

    assertThat(run(copy, folder.resolve("out"))).isEqualTo(ExitCode.USAGE);

    assertThat(shell.complained.toString())
        .contains("run.json /model: no model 'NOBODY'")
        .contains("config/models/UK-FHRS.json /rule")
        .contains("config/sources/authority.json /format")
        .contains("config/sectors.json")
        .contains("config/bodies.json /0");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void anEmptyDeliveryIsAStoppedFileAndTheOthersLand() throws IOException {
    Path copy = Shell.copy(FOOD, folder.resolve("copy"));
    Files.writeString(copy.resolve("landing/821.csv"), "");

    assertThat(run(copy, folder.resolve("out"))).isZero();

    assertThat(shell.said.toString()).contains("1 problems kept a whole file out");
    assertThat(Files.readString(folder.resolve("out/releases/r0001/association/problem.csv")))
        .contains("821.csv,,,,0 bytes,FILE_EMPTY,STOP");
  }

  @Test
  void aBodyWithTooManyQuarantinedRowsStopsTheRunAndPublishesNothing() throws IOException {
    Path copy = Shell.copy(FOOD, folder.resolve("copy"));
    Shell.replace(copy.resolve("landing/821.csv"), ",5,", ",9,");

    assertThat(run(copy, folder.resolve("out"))).isEqualTo(ExitCode.STOPPED);

    assertThat(shell.complained.toString())
        .contains("Cannot publish: more than 20 % of the rows of 821 (")
        .contains("mend the deliveries");
    assertThat(folder.resolve("out/releases")).isEmptyDirectory();
  }

  @Test
  void aRunEndsWithASiteThatAReleaseAloneGivesAgain() throws IOException {
    run(FOOD, folder.resolve("out"));
    Path release = folder.resolve("elsewhere");
    Files.move(folder.resolve("out/releases/r0001"), release);

    assertThat(shell.execute("report", release.toString(), "--out", path("site"), "--lang", "en"))
        .isZero();

    assertThat(contents(folder.resolve("site"))).isEqualTo(contents(folder.resolve("out/site")));
    String page = Files.readString(folder.resolve("site/en/policy/index.html"));
    assertThat(page).contains("Content-Security-Policy").doesNotContain("http://", "https://");
  }

  @Test
  void thePublicSiteHasNoPageOfTheAssociation() throws IOException {
    run(FOOD, folder.resolve("out"));

    shell.execute(
        "report", path("out/releases/r0001"), "--out", path("public"), "--tier", "public");

    assertThat(folder.resolve("out/site/en/association/index.html")).exists();
    assertThat(folder.resolve("public/en/association/index.html")).doesNotExist();
    assertThat(folder.resolve("public/en/body/index.html")).doesNotExist();
  }

  @Test
  void helpNamesEveryExitCode() {
    assertThat(shell.execute("--help")).isZero();

    assertThat(shell.said.toString()).contains("Exit codes:").contains("run").contains("verify");
  }

  private int run(Path input, Path out) {
    return shell.execute("run", input.toString(), "--out", out.toString(), "--lang", "en");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static List<String> contents(Path release) throws IOException {
    try (Stream<Path> files = Files.walk(release)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(
              file -> {
                try {
                  return release.relativize(file)
                      + " "
                      + org.evenstar.pipeline.publish.Hashes.sha256(file);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .toList();
    }
  }
}
