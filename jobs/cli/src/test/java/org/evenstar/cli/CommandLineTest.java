package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  private static final Path FOOD = Path.of("../../data-samples/food-hygiene");

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private final StringWriter complained = new StringWriter();

  @Test
  void aRunEndsWithAReleaseThatVerifies() {
    assertThat(run(FOOD, folder.resolve("out"))).isEqualTo(ExitCode.DONE);

    assertThat(said.toString())
        .contains("read 3,583 rows = accepted 3,583 + repaired 0 + quarantined 0");
    assertThat(execute("verify", folder.resolve("out/releases/r0001").toString())).isZero();
  }

  @Test
  void theSameInputAgainMakesNoNewRelease() {
    run(FOOD, folder.resolve("out"));
    run(FOOD, folder.resolve("out"));

    assertThat(said.toString()).contains("Nothing has changed since the last release.");
    assertThat(folder.resolve("out/releases/r0002")).doesNotExist();
  }

  @Test
  void aPlanNamesWhatTheRunThenReads() throws IOException {
    Path copy = copyOf(FOOD);
    execute("plan", copy.toString(), "--out", path("out"), "--lang", "en");
    assertThat(said.toString()).contains("to read: 8 files").contains("unchanged: 0 files");
    assertThat(folder.resolve("out")).doesNotExist();

    run(copy, folder.resolve("out"));
    execute("plan", copy.toString(), "--out", path("out"), "--lang", "en");

    assertThat(said.toString()).contains("nothing has changed: release r0001 stands");
  }

  @Test
  void oneAndTwoThreadsGiveTheSameBytes() throws IOException {
    execute("run", FOOD.toString(), "--out", path("one"), "--threads", "1", "--lang", "en");
    execute("run", FOOD.toString(), "--out", path("two"), "--threads", "2", "--lang", "en");

    assertThat(contents(folder.resolve("two/releases/r0001")))
        .isEqualTo(contents(folder.resolve("one/releases/r0001")));
  }

  /** Where a row stood is told by the datasets that cite rows, and by nothing else. */
  @Test
  void shuffledRowsGiveTheSameBytesOfEveryDatasetThatCitesNoRow() throws IOException {
    Path copy = copyOf(FOOD);
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
            file -> !file.matches("manifest.*|.*/(lineage|delivery|problem|signal_evidence)\\..*"))
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

    assertThat(execute("verify", path("out/releases/r0001"))).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(complained.toString()).contains("public/benchmark.csv: its SHA-256 is ");
  }

  @Test
  void aMissingFolderIsAUsageError() {
    assertThat(run(folder.resolve("nowhere"), folder.resolve("out"))).isEqualTo(ExitCode.USAGE);

    assertThat(complained.toString())
        .contains("Cannot load configuration '")
        .contains("no such folder; give a folder that holds run.json");
  }

  @Test
  void fiveErrorsInAConfigurationAreReportedAtOnce() throws IOException {
    Path copy = copyOf(FOOD);
    replace(copy.resolve("run.json"), "\"UK-FHRS\"", "\"NOBODY\"");
    replace(copy.resolve("config/models/UK-FHRS.json"), "\"sum\"", "\"product\"");
    replace(copy.resolve("config/sources/authority.json"), "\"csv\"", "\"papyrus\"");
    replace(copy.resolve("config/sectors.json"), "\"otherwise\"", "\"else\"");
    replace(copy.resolve("config/bodies.json"), "\"home_region\"", "\"region\"");

    assertThat(run(copy, folder.resolve("out"))).isEqualTo(ExitCode.USAGE);

    assertThat(complained.toString())
        .contains("run.json /model: no model 'NOBODY'")
        .contains("config/models/UK-FHRS.json /rule")
        .contains("config/sources/authority.json /format")
        .contains("config/sectors.json")
        .contains("config/bodies.json /0");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void anEmptyDeliveryIsAStoppedFileAndTheOthersLand() throws IOException {
    Path copy = copyOf(FOOD);
    Files.writeString(copy.resolve("landing/821.csv"), "");

    assertThat(run(copy, folder.resolve("out"))).isZero();

    assertThat(said.toString()).contains("1 problems kept a whole file out");
    assertThat(Files.readString(folder.resolve("out/releases/r0001/association/problem.csv")))
        .contains("821.csv,,,,0 bytes,FILE_EMPTY,STOP");
  }

  @Test
  void aBodyWithTooManyQuarantinedRowsStopsTheRunAndPublishesNothing() throws IOException {
    Path copy = copyOf(FOOD);
    replace(copy.resolve("landing/821.csv"), ",5,", ",9,");

    assertThat(run(copy, folder.resolve("out"))).isEqualTo(ExitCode.STOPPED);

    assertThat(complained.toString())
        .contains("Cannot publish: more than 20 % of the rows of 821 (")
        .contains("mend the deliveries");
    assertThat(folder.resolve("out/releases")).isEmptyDirectory();
  }

  @Test
  void aRunEndsWithASiteThatAReleaseAloneGivesAgain() throws IOException {
    run(FOOD, folder.resolve("out"));
    Path release = folder.resolve("elsewhere");
    Files.move(folder.resolve("out/releases/r0001"), release);

    assertThat(execute("report", release.toString(), "--out", path("site"), "--lang", "en"))
        .isZero();

    assertThat(contents(folder.resolve("site"))).isEqualTo(contents(folder.resolve("out/site")));
    String page = Files.readString(folder.resolve("site/en/policy/index.html"));
    assertThat(page).contains("Content-Security-Policy").doesNotContain("http://", "https://");
  }

  @Test
  void thePublicSiteHasNoPageOfTheAssociation() throws IOException {
    run(FOOD, folder.resolve("out"));

    execute("report", path("out/releases/r0001"), "--out", path("public"), "--tier", "public");

    assertThat(folder.resolve("out/site/en/association/index.html")).exists();
    assertThat(folder.resolve("public/en/association/index.html")).doesNotExist();
    assertThat(folder.resolve("public/en/body/index.html")).doesNotExist();
  }

  @Test
  void helpNamesEveryExitCode() {
    assertThat(execute("--help")).isZero();

    assertThat(said.toString()).contains("Exit codes:").contains("run").contains("verify");
  }

  private int run(Path input, Path out) {
    return execute("run", input.toString(), "--out", out.toString(), "--lang", "en");
  }

  private int execute(String... arguments) {
    CommandLine command = Evenstar.commandLine();
    command.setOut(new PrintWriter(said, true));
    command.setErr(new PrintWriter(complained, true));
    return command.execute(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Path copyOf(Path run) throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(run.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
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
