package org.evenstar.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.SparkSession;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineException;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.RunListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster: a master and two workers as processes on the loopback. */
@SuppressWarnings("NullAway.Init")
class SparkClusterTest {
  /** In 24 pieces, so that some are done and some are not when a worker is killed. */
  private static final String MOMENTS =
      "select institution_id, cast(count(*) as bigint) as n, cast(sum(score_micro) as bigint) as s,"
          + " percentile_cont(0.5) within group (order by cast(score_micro as double)) as median"
          + " from (select id % 1009 as institution_id, (id * 7919) % 1000001 as score_micro"
          + " from range(0, 240000, 1, 24)) score group by institution_id";

  @TempDir static Path folder;
  private static LoopbackCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = new LoopbackCluster(folder);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void replaceKilledWorkers() throws Exception {
    cluster.ensureWorkers(2);
  }

  @AfterEach
  void forgetSettings() {
    System.clearProperty("spark.evenstar.workerWait");
    System.clearProperty("spark.evenstar.lostWorkerWait");
  }

  @Test
  void twoWorkersGiveTheRowsOfOneMachineEvenWhenOneIsKilledInTheMiddle() throws Exception {
    List<String> expected;
    try (Engine local = Engines.open("spark", new EngineOptions(2, 512, folder.resolve("one")))) {
      local.create("moment", MOMENTS);
      expected = rows(local);
    }

    try (Engine engine = cluster.open()) {
      engine.create("moment", MOMENTS);
      assertThat(rows(engine)).isEqualTo(expected);

      CompletableFuture<Void> killer = CompletableFuture.runAsync(this::killOneInTheMiddle);
      engine.create("moment", MOMENTS);
      killer.get(60, TimeUnit.SECONDS);
      assertThat(rows(engine)).isEqualTo(expected);
    }
  }

  @Test
  void aReleaseHasTheSameBytesFromAClusterEvenWhenAWorkerIsKilledInTheMiddle() throws Exception {
    releasesTheBytesOfOneMachine("food-hygiene", RunListener.SILENT);
    releasesTheBytesOfOneMachine("six-bodies", new KillAfter("dossier"));
  }

  private void releasesTheBytesOfOneMachine(String sample, RunListener listener) throws Exception {
    Path out = folder.resolve(sample);
    Map<String, String> expected =
        WholeRun.hashes(sample, "duckdb", out.resolve("duckdb"), RunListener.SILENT);

    assertThat(WholeRun.hashes(sample, cluster.address(), out.resolve("cluster"), listener))
        .isEqualTo(expected);
  }

  @Test
  void aMissingWorkerIsToldAndNotWaitedForWithoutEnd() throws Exception {
    System.setProperty("spark.evenstar.workerWait", "3s");
    assertThatThrownBy(() -> cluster.open(8_000))
        .isInstanceOf(EngineException.class)
        .hasMessageMatching(
            "Cannot open engine 'spark://127.0.0.1:\\d+': no worker offered 8000m of memory within"
                + " 3 s; start a worker, or ask for less memory");

    System.clearProperty("spark.evenstar.workerWait");
    System.setProperty("spark.evenstar.lostWorkerWait", "2s");
    try (Engine engine = cluster.open()) {
      // One that registers late would outlive its worker for a moment, and answer.
      awaitExecutors(2);
      cluster.killWorker();
      cluster.killWorker();
      awaitExecutors(0);
      assertThatThrownBy(() -> engine.create("moment", MOMENTS))
          .isInstanceOf(EngineException.class)
          .hasMessage(
              "Cannot compute table 'moment': no worker is left; start a worker again; every"
                  + " worker's log says why it ended");
    }
  }

  private static void awaitExecutors(int n) throws InterruptedException {
    SparkContext context = SparkSession.getDefaultSession().get().sparkContext();
    while (Cluster.executors(context) != n) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Waits until some tasks of a stage are done and others are not. */
  private void killOneInTheMiddle() {
    SparkStatusTracker tracker =
        SparkSession.getDefaultSession().get().sparkContext().statusTracker();
    try {
      while (true) {
        for (int stage : tracker.getActiveStageIds()) {
          var info = tracker.getStageInfo(stage);
          if (info.isDefined()
              && info.get().numCompletedTasks() > 0
              && info.get().numCompletedTasks() < info.get().numTasks()) {
            cluster.killWorker();
            return;
          }
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills a worker when a dataset is done. */
  private record KillAfter(String dataset) implements RunListener {
    @Override
    public void stepDone(String stage, String done, Duration took) {
      if (done.equals(dataset)) {
        try {
          cluster.killWorker();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static List<String> rows(Engine engine) {
    List<String> lines = new ArrayList<>();
    try (Rows rows = engine.query("select * from moment order by institution_id")) {
      while (rows.next()) {
        lines.add(
            rows.textAt(0) + "|" + rows.textAt(1) + "|" + rows.textAt(2) + "|" + rows.textAt(3));
      }
    }
    return lines;
  }
}
