package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final Path SIX = Path.of("../../data-samples/six-bodies");
  private static final Path FOOD = Shell.FOOD;

  @TempDir Path folder;
  private final Shell shell = new Shell();

  @Test
  void cleanDeliveriesPass() {
    assertThat(check(FOOD)).isEqualTo(ExitCode.DONE);

    assertThat(shell.said.toString()).containsPattern("3,583 +3,583 +0 +0 +in all");
  }

  @Test
  void aCheckFindsWhatARunFindsAndWritesNothing() throws IOException {
    Path copy = Shell.copy(SIX, folder.resolve("copy"));
    List<String> before = files(copy);

    assertThat(check(copy)).isEqualTo(ExitCode.STOPPED);

    assertThat(files(copy)).isEqualTo(before);
    assertThat(shell.said.toString())
        .contains("QUARANTINE CODE_LOOKALIKE")
        .contains("did you mean 91610500YX7QH4WL31?")
        .contains("QUARANTINE DOSSIER_CONFLICT")
        .contains("NOTE DELIVERY_MISSING: GLKJ, 2024-05 has not arrived");
    String checked = line(shell.said.toString(), "in all").replaceAll("[^0-9]+", " ").strip();
    shell.said.getBuffer().setLength(0);
    shell.execute("run", SIX.toString(), "--out", folder.resolve("out").toString(), "--lang", "en");
    assertThat(line(shell.said.toString(), "read ").replaceAll("[^0-9]+", " ").strip())
        .isEqualTo(checked);
  }

  @Test
  void aRunLeavesAReceiptForEveryDeliveryEvenWhenItStops() throws IOException {
    Path copy = Shell.copy(SIX, folder.resolve("copy"));
    Shell.replace(
        copy.resolve("run.json"),
        "\"max_quarantined_share\": \"0.40\"",
        "\"max_quarantined_share\": \"0.01\"");

    int code =
        shell.execute(
            "run", copy.toString(), "--out", folder.resolve("out").toString(), "--lang", "en");

    assertThat(code).isEqualTo(ExitCode.STOPPED);
    Path receipts = folder.resolve("out/receipts");
    assertThat(receipts.resolve("HNPT/HNPT_2024-06_hnpt-second-01.jsonl.json"))
        .content()
        .contains("DOSSIER_CONFLICT");
    assertThat(receipts.resolve("HNPT/HNPT_2024-06_hnpt-second-01.jsonl.xlsx")).exists();
    assertThat(receipts.resolve("GLKJ/index.json")).content().contains("DELIVERY_MISSING");
    assertThat(receipts.resolve("UNKNOWN/other_2024-06_list.csv.zh.html")).exists();
  }

  @Test
  void aMissingFolderIsToldWithWhatToGive() {
    assertThat(check(folder.resolve("nowhere"))).isEqualTo(ExitCode.USAGE);

    assertThat(shell.complained.toString())
        .contains("no such folder; give a folder that holds run.json");
  }

  @Test
  void fiveErrorsInAConfigurationAreReportedAtOnce() throws IOException {
    Path copy = Shell.withFiveErrors(Shell.copy(FOOD, folder.resolve("copy")));

    assertThat(check(copy)).isEqualTo(ExitCode.USAGE);

    assertThat(shell.complained.toString())
        .contains("run.json /model")
        .contains("config/models/UK-FHRS.json /rule")
        .contains("config/sources/authority.json /format")
        .contains("config/sectors.json")
        .contains("config/bodies.json /0");
  }

  @Test
  void aCutOffFileIsStoppedAndTheOthersAreChecked() throws IOException {
    Path copy = Shell.copy(FOOD, folder.resolve("copy"));
    byte[] bytes = Files.readAllBytes(copy.resolve("landing/821.csv"));
    Files.write(copy.resolve("landing/821.csv"), Arrays.copyOf(bytes, bytes.length - 20));

    assertThat(check(copy)).isEqualTo(ExitCode.STOPPED);

    assertThat(shell.said.toString())
        .contains("STOP FILE_CUT_OFF")
        .contains("821.csv (the whole file is set aside)")
        .containsPattern("3,386 +3,386 +0 +0 +in all");
  }

  @Test
  void anEmptyDeliveryIsStopped() throws IOException {
    Path copy = Shell.copy(FOOD, folder.resolve("copy"));
    Files.writeString(copy.resolve("landing/821.csv"), "");

    assertThat(check(copy)).isEqualTo(ExitCode.STOPPED);

    assertThat(shell.said.toString())
        .contains("821.csv '0 bytes': export the file again and send it");
  }

  @Test
  void aFolderOfAnUnknownBodyIsStopped() throws IOException {
    Path copy = Shell.copy(SIX, folder.resolve("copy"));
    Files.createDirectories(copy.resolve("landing/NOBODY/2024-06"));
    Files.copy(
        copy.resolve("landing/CESI/2024-06/cesi-2024-06-01.csv"),
        copy.resolve("landing/NOBODY/2024-06/first.csv"));

    assertThat(check(copy)).isEqualTo(ExitCode.STOPPED);

    assertThat(shell.said.toString())
        .contains("NOBODY/2024-06/first.csv")
        .contains("put it into the agreed folder or add a source configuration");
  }

  @Test
  void aBodyAboveItsLimitOfQuarantineWouldStopARun() throws IOException {
    Path copy = Shell.copy(FOOD, folder.resolve("copy"));
    Shell.replace(copy.resolve("landing/821.csv"), ",5,", ",9,");

    assertThat(check(copy)).isEqualTo(ExitCode.STOPPED);

    assertThat(shell.said.toString())
        .contains("too many rows are quarantined, a run would stop: 821 (");
  }

  @Test
  void theCatalogueOfReasonsIsListedInBothLanguages() {
    assertThat(shell.execute("reasons", "--lang", "en")).isZero();
    assertThat(shell.execute("reasons")).isZero();

    assertThat(shell.said.toString())
        .contains("FILE_EMPTY\tSTOP\tThe file is empty\texport the file again and send it")
        .contains("FILE_EMPTY\tSTOP\t文件为空");
  }

  private int check(Path run) {
    return shell.execute("check", run.toString(), "--lang", "en");
  }

  private static String line(String text, String part) {
    return text.lines().filter(line -> line.contains(part)).findFirst().orElseThrow();
  }

  private static List<String> files(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
