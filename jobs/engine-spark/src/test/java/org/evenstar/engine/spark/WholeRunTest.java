package org.evenstar.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenstar.pipeline.RunListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who computed a release does not show in its bytes. Spark interprets its plans here, which for a
 * sample is quicker than to compile them; the contract and the cluster's runs have them compiled.
 */
@SuppressWarnings("NullAway.Init")
class WholeRunTest {
  @TempDir Path folder;

  @BeforeAll
  static void interpret() {
    System.setProperty("spark.sql.codegen.wholeStage", "false");
    System.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
  }

  @AfterAll
  static void compile() {
    System.clearProperty("spark.sql.codegen.wholeStage");
    System.clearProperty("spark.sql.codegen.factoryMode");
  }

  static List<String> samples() throws IOException {
    return WholeRun.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void duckDbAndSparkReleaseTheSameBytes(String sample) throws IOException {
    Map<String, String> onDuckDb =
        WholeRun.hashes(sample, "duckdb", folder.resolve("duckdb"), RunListener.SILENT);
    Map<String, String> onSpark =
        WholeRun.hashes(sample, "spark", folder.resolve("spark"), RunListener.SILENT);

    assertThat(onDuckDb).isNotEmpty();
    assertThat(onSpark).isEqualTo(onDuckDb);
  }
}
