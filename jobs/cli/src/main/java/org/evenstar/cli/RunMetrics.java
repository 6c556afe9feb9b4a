package org.evenstar.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.evenstar.landing.Folders;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunResult;
import org.evenstar.schemas.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long the stages of a run took, how many rows it read and how much memory it held: {@code
 * OUT/metrics.json}. It stands beside the releases and never in one, because it differs from run to
 * run.
 */
final class RunMetrics implements RunListener {
  private final RunListener next;
  private final long started = System.nanoTime();
  private final Map<String, Duration> stages = new LinkedHashMap<>();

  /**
   * @param next hears the same
   */
  RunMetrics(RunListener next) {
    this.next = next;
  }

  @Override
  public void stageStarted(String stage, int steps) {
    next.stageStarted(stage, steps);
  }

  @Override
  public void stepDone(String stage, String dataset, Duration took) {
    next.stepDone(stage, dataset, took);
  }

  @Override
  public synchronized void stageDone(String stage, Duration took) {
    stages.merge(stage, took, Duration::plus);
    next.stageDone(stage, took);
  }

  /** Writes beside and renames, so that a reader never meets half a file. */
  void write(RunResult result, String engine, int threads, Path out) throws IOException {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("release", String.valueOf(result.release().getFileName()));
    json.put("is_new", result.isNew());
    json.put("code_version", Version.text());
    json.put("engine", engine);
    json.put("threads", threads);
    json.put("seconds", seconds(Duration.ofNanos(System.nanoTime() - started)));
    ObjectNode times = json.putObject("stage_seconds");
    stages.forEach((stage, took) -> times.put(stage, seconds(took)));
    json.putObject("rows")
        .put("read", result.read())
        .put("accepted", result.accepted())
        .put("repaired", result.repaired())
        .put("quarantined", result.quarantined());
    PeakMemory.bytes().ifPresent(bytes -> json.put("peak_memory_bytes", bytes));
    Folders.write(
        out.resolve(".work/metrics.json"),
        out.resolve("metrics.json"),
        json.toPrettyString() + "\n");
  }

  private static double seconds(Duration took) {
    return took.toMillis() / 1000.0;
  }
}
