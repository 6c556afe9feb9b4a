package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RunMetricsTest {
  @TempDir Path out;

  @Test
  void aRunLeavesItsTimesAndRowsBesideTheRelease() throws IOException {
    Shell shell = new Shell();

    assertThat(shell.execute("run", "../../data-samples/alt-100", "--out", out.toString()))
        .isZero();

    JsonNode metrics = Json.MAPPER.readTree(Files.readString(out.resolve("metrics.json")));
    assertThat(metrics.path("release").asString()).isEqualTo("r0001");
    assertThat(metrics.path("stage_seconds").propertyNames())
        .contains("1-land", "3-benchmark", "6-publish", "7-report");
    JsonNode rows = metrics.path("rows");
    assertThat(rows.path("read").asLong())
        .isPositive()
        .isEqualTo(
            rows.path("accepted").asLong()
                + rows.path("repaired").asLong()
                + rows.path("quarantined").asLong());
    assertThat(out.resolve("releases/r0001/metrics.json")).doesNotExist();
  }
}
