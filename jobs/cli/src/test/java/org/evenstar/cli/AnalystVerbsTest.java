package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code severity} and {@code agreement} on the reference cases as they are. */
class AnalystVerbsTest {
  private static final Path CASES = Path.of("../stats/src/test/resources/reference-cases");

  @TempDir Path out;

  private final Shell shell = new Shell();

  @Test
  void severitiesAreThoseOfExactConditionalLikelihood() throws IOException {
    Path folder = CASES.resolve("04a-mfrm-rating-scale-small");

    severity(folder.resolve("input.csv"));

    JsonNode expected = Json.MAPPER.readTree(folder.resolve("expected-exact-cml.json"));
    JsonNode answer = Json.MAPPER.readTree(out.resolve("severity.json"));
    assertThat(answer.get("status").asString()).isEqualTo("IDENTIFIED");
    for (int body = 0; body < 6; body++) {
      JsonNode row = answer.get("bodies").get(body);
      assertThat(row.get("body").asString()).isEqualTo(Integer.toString(body + 1));
      assertThat(row.get("severity").asDouble())
          .isCloseTo(expected.get("body").get(body).asDouble(), within(0.001));
      assertThat(row.get("se").asDouble())
          .isCloseTo(expected.get("body_se").get(body).asDouble(), within(0.0001));
    }
    assertThat(Files.readAllLines(out.resolve("institutions.csv"))).hasSize(201);
  }

  @Test
  void bodiesThatShareNoInstitutionAreNotIdentified() throws IOException {
    severity(CASES.resolve("04e-mfrm-disconnected/input-two-blocks.csv"));

    JsonNode answer = Json.MAPPER.readTree(out.resolve("severity.json"));
    assertThat(answer.get("status").asString()).isEqualTo("NOT_IDENTIFIED");
    assertThat(answer.get("components").size()).isEqualTo(2);
    assertThat(shell.said.toString()).contains("they do not compare across them");
  }

  @Test
  void agreementOfSixBodiesHasEveryCoefficient() throws IOException {
    Path file = CASES.resolve("01b-agreement-six-bodies-missing/input.csv");

    assertThat(shell.execute("agreement", file.toString(), "--out", out.toString()))
        .isEqualTo(ExitCode.DONE);

    JsonNode answer = Json.MAPPER.readTree(out.resolve("agreement.json"));
    assertThat(answer.get("cases").asInt()).isEqualTo(220);
    assertThat(answer.get("krippendorff_ordinal").get("value").asDouble()).isBetween(0.5, 1.0);
    assertThat(answer.get("gwet_quadratic").get("status").asString()).isEqualTo("OK");
  }

  @Test
  void aFileWithoutTheColumnSaysWhichThereAre() throws IOException {
    Path file = Files.writeString(out.resolve("f.csv"), "institution,rater,I1\n1,1,2\n");

    int code = shell.execute("severity", file.toString(), "--wide", "--out", out.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(shell.complained.toString())
        .contains("it has no column 'body'; there are institution, rater, I1");
  }

  private void severity(Path file) {
    assertThat(shell.execute("severity", file.toString(), "--wide", "--out", out.toString()))
        .as(shell.complained.toString())
        .isEqualTo(ExitCode.DONE);
  }
}
