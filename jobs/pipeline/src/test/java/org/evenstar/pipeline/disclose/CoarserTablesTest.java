package org.evenstar.pipeline.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenstar.disclosure.DisclosureRules;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class CoarserTablesTest {
  private static final Map<String, Double> BY_TABLE =
      Map.of(
          "nation × sector × all", 0.1,
          "unit37 × all", 0.3,
          "unit37 × sector × all", 0.9,
          "unit37 × sector × quarter", 1.0);

  @TempDir Path release;

  @Test
  void tablesThatTellNothingAreNamedWithCoarserOnesThatDo() throws IOException {
    record(0.5);

    assertThat(CoarserTables.of(release, new BigDecimal("0.20")).orElseThrow().en())
        .startsWith("50 % of the benchmarks' information is withheld")
        .endsWith(
            ": unit37 × sector × quarter (100 %) for nation × sector × all;"
                + " unit37 × sector × all (90 %) for nation × sector × all");
  }

  @Test
  void nothingIsProposedWhereLittleIsWithheld() throws IOException {
    record(0.2);

    assertThat(CoarserTables.of(release, new BigDecimal("0.20"))).isEmpty();
  }

  private void record(double informationShare) throws IOException {
    DisclosureFile file =
        new DisclosureFile(
            DisclosureRules.DEFAULT,
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            new DisclosureFile.LossLine(10, 5, 0.5, informationShare, Map.of(), BY_TABLE));
    Path folder = Files.createDirectories(release.resolve("association"));
    Files.writeString(folder.resolve(DisclosureRecord.FILE), Json.MAPPER.writeValueAsString(file));
  }
}
