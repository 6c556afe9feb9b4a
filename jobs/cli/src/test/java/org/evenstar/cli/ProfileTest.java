package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  private static final Path SIX = Path.of("../../data-samples/six-bodies");
  private static final String FIRST = SIX + "/landing/CESI/2024-01/cesi-2024-01-01.csv";

  @TempDir Path folder;
  private final Shell shell = new Shell();

  @Test
  void aFileOfARunFolderIsProfiledWithItsEvidence() {
    assertThat(shell.execute("profile", FIRST, "--body", "CESI")).isZero();

    assertThat(Json.MAPPER.readTree(shell.said.toString()).path("source_id").asString())
        .isEqualTo("cesi");
    assertThat(shell.complained.toString())
        .contains("SURE   /columns/3 '统一社会信用代码': institution_code: the header is a known word")
        .contains("SURE   /personal '联系电话': about a person: never stored");
  }

  @Test
  void aConfigurationThatExistsIsNotOverwritten() {
    Path out = folder.resolve("cesi.json");

    assertThat(shell.execute("profile", FIRST, "--body", "CESI", "--out", out.toString())).isZero();
    assertThat(shell.execute("profile", FIRST, "--body", "CESI", "--out", out.toString()))
        .isEqualTo(ExitCode.USAGE);

    assertThat(shell.complained.toString()).contains("it exists; give another file");
  }

  @Test
  void theContractOfASourceIsPrintedAndItsTemplateWritten() {
    Path xlsx = folder.resolve("template.xlsx");
    String six = SIX.toString();

    assertThat(shell.execute("schema", "delivery", "--source", "cesi", six)).isZero();
    assertThat(
            shell.execute("schema", "delivery", "--source", "cesi", six, "--xlsx", xlsx.toString()))
        .isZero();

    assertThat(shell.said.toString()).contains("\"部分符合\"").contains("\"评估编号\"");
    assertThat(Files.exists(xlsx)).isTrue();
  }

  @Test
  void aSourceWithoutItsFolderIsRefused() {
    assertThat(shell.execute("schema", "delivery", "--source", "cesi")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.execute("schema", "delivery")).isZero();

    assertThat(shell.complained.toString()).contains("give both --source ID and the run folder");
  }
}
