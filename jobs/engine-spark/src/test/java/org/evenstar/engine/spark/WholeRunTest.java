package org.evenstar.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenstar.pipeline.RunListener;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who computed a release, at once or month by month, does not show in its bytes. */
@SuppressWarnings("NullAway.Init")
class WholeRunTest {
  @TempDir Path folder;

  static List<String> samples() throws IOException {
    return WholeRun.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void duckDbAndSparkReleaseTheSameBytes(String sample) throws IOException {
    Map<String, String> onDuckDb =
        WholeRun.hashes(sample, "duckdb", folder.resolve("duckdb"), RunListener.SILENT);
    Map<String, String> goingOn =
        WholeRun.hashesOfLateDeliveries(sample, "duckdb", folder.resolve("duckdb-late"));
    Map<String, String> onSpark =
        WholeRun.hashesOfLateDeliveries(sample, "spark", folder.resolve("spark"));

    assertThat(onDuckDb).isNotEmpty();
    assertThat(goingOn).isEqualTo(onDuckDb);
    assertThat(onSpark).isEqualTo(onDuckDb);
  }
}
