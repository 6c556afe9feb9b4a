package org.evenstar.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that starts Spark itself leaves nothing behind. */
@SuppressWarnings("NullAway.Init")
class SparkSessionTest {
  @TempDir Path folder;

  @Test
  void whatWasKeptIsGoneAfterwards() {
    try (Engine engine = open()) {
      engine.create("star", "select 3 as star");
      assertThat(folder.resolve("spill")).isNotEmptyDirectory();
    }

    assertThat(folder.resolve("spill")).doesNotExist();
  }

  @Test
  void workersWithoutThisDiskReadCopiesFromTheStagingFolder() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    System.setProperty("spark.evenstar.staging", shared.toUri().toString());
    try (Engine engine = open()) {
      engine.create("star", "select 3 as star union all select 5");
      engine.write("select * from star", folder.resolve("star"));
      List<Path> files = Engine.written(folder.resolve("star"));
      engine.register("star_again", files);
      for (Path file : files) {
        Files.delete(file);
      }

      assertThat(engine.count("star_again")).isEqualTo(2);
    } finally {
      System.clearProperty("spark.evenstar.staging");
    }
    assertThat(shared).isEmptyDirectory();
  }

  /** spark-submit hands its settings over as system properties. */
  @Test
  void theClusterThatWasSubmittedToIsTheOneThatWorks() {
    System.setProperty("spark.master", "local[1]");
    try (Engine engine = open()) {
      assertThat(engine.count("(select 1 as n) as one")).isEqualTo(1);
      assertThat(SparkSession.active().sparkContext().master()).isEqualTo("local[1]");
    } finally {
      System.clearProperty("spark.master");
    }
  }

  private Engine open() {
    return Engines.open("spark", new EngineOptions(2, 1024, folder.resolve("spill")));
  }
}
