package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ImpactTest {
  private static final Path RUN = Path.of("../../data-samples/six-bodies");
  private static final int LEAST = 5;

  @TempDir Path folder;
  private final Shell shell = new Shell();

  @Test
  void theSameModelMovesNobody() throws IOException {
    JsonNode impact = impact(model());

    assertThat(impact.path("parts")).isEmpty();
    for (JsonNode group : impact.path("groups")) {
      assertThat(n(group, "rise") + n(group, "fall") + n(group, "cannot_tell")).isZero();
    }
    for (JsonNode move : impact.path("stars")) {
      boolean isSame = move.path("before").equals(move.path("after"));
      assertThat(isSame || move.path("n").path("n").asLong() == 0).as("%s", move).isTrue();
    }
    for (JsonNode rank : impact.path("ranks")) {
      assertThat(rank.path("after")).isEqualTo(rank.path("before"));
    }
    assertThat(shell.said.toString()).contains("0 move beyond the 95% interval");
  }

  @Test
  void aLowerThresholdRaisesStarsAndTellsWhichPartDoesSo() throws IOException {
    ObjectNode model = model();
    rule(model).put("threshold", "0.75");

    JsonNode impact = impact(model);

    JsonNode nation = impact.path("groups").path(0);
    assertThat(n(nation, "rise")).isPositive();
    assertThat(n(nation, "fall")).isZero();
    assertThat(n(nation, "rise") + n(nation, "same")).isEqualTo(n(nation, "n"));
    assertThat(impact.path("parts")).hasSize(1);
    assertThat(impact.path("parts").path(0).path("part").asString()).isEqualTo("threshold");
    assertThat(n(impact.path("parts").path(0), "rise")).isEqualTo(n(nation, "rise"));
    assertThat(shell.said.toString())
        .contains("threshold")
        .contains("Moves between stars")
        .doesNotContain("HNPT-");
  }

  @Test
  void nothingIsToldOfFewerThanTheLeastNumber() throws IOException {
    ObjectNode model = model();
    rule(model).put("threshold", "0.75");

    JsonNode impact = impact(model);

    int withheld = 0;
    for (JsonNode count : impact.findValues("n")) {
      if (count.isNumber()) {
        assertThat(count.asLong() == 0 || count.asLong() >= LEAST).as("%s", count).isTrue();
      } else if (count.isNull()) {
        withheld++;
      }
    }
    assertThat(withheld).isPositive();
  }

  @Test
  void anIndicatorWithoutPastScoresLeavesStarsUntold() throws IOException {
    ObjectNode model = model();
    ObjectNode added = ((ObjectNode) model.path("indicators").path(0)).deepCopy();
    added.put("indicator_id", "STR9");
    ((tools.jackson.databind.node.ArrayNode) model.path("indicators")).add(added);

    JsonNode impact = impact(model);

    assertThat(impact.path("items_added").path(0).asString()).isEqualTo("STR9.1");
    JsonNode nation = impact.path("groups").path(0);
    assertThat(n(nation, "cannot_tell") + n(nation, "fall")).isEqualTo(n(nation, "n"));
    assertThat(shell.said.toString()).contains("5 items are new and have no past score");
  }

  @Test
  void aFaultyModelIsRefusedWithItsProblem() throws IOException {
    ObjectNode model = model();
    rule(model).put("threshold", "much");
    Path file = folder.resolve("new.json");
    Files.writeString(file, model.toString());

    assertThat(shell.execute("impact", RUN.toString(), "--model", file.toString()))
        .isEqualTo(ExitCode.USAGE);

    assertThat(shell.complained.toString()).contains("new.json /rule");
  }

  private static ObjectNode model() throws IOException {
    Path file = RUN.resolve("config/models/CN-SME-SVC.json");
    return (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
  }

  private static ObjectNode rule(ObjectNode model) {
    return (ObjectNode) model.path("rule");
  }

  private JsonNode impact(ObjectNode model) throws IOException {
    Path file = folder.resolve("new.json");
    Path json = folder.resolve("impact.json");
    Files.writeString(file, model.toString());
    int code =
        shell.execute(
            "impact",
            RUN.toString(),
            "--model",
            file.toString(),
            "--json",
            json.toString(),
            "--lang",
            "en");
    assertThat(code).as(shell.complained.toString()).isZero();
    return Json.MAPPER.readTree(Files.readString(json));
  }

  private static long n(JsonNode of, String count) {
    return of.path(count).path("n").asLong(0);
  }
}
