package org.evenstar.engine.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.evenstar.engine.EngineException;

/** Turns what Spark throws, with its plans and stages, into one sentence and what to do. */
final class Failure {

  /** What a message of Spark's gives away, and what to do about it; the first that fits is told. */
  private static final Map<Pattern, String> REMEDIES = new LinkedHashMap<>();

  static {
    remedy(
        "OutOfMemory|UNABLE_TO_ACQUIRE_MEMORY|exit code (52|137|143)|heap space|maxResultSize",
        "it ran out of memory",
        "give it more memory, or more partitions with -Dspark.sql.shuffle.partitions=1000");
    remedy("No space left", "the disk is full", "free disk space where it spills, and run again");
    remedy(
        WorkerWatch.NO_WORKER_LEFT,
        "no worker is left",
        "start a worker again; every worker's log says why it ended");
    remedy(
        "ExecutorLostFailure|Worker lost|executor heartbeat timed out|FetchFailed",
        "workers were lost too often",
        "look at the workers' logs, and run again");
    remedy(
        "All masters are unresponsive|Master removed our application",
        "the master gave the application up",
        "look at the master's log, and run again");
    remedy(
        "stopped SparkContext|SparkContext was shut down|SparkContext has been shutdown",
        "Spark was stopped meanwhile",
        "look further up for why, and run again");
    remedy(
        "Could not parse Master URL|ClassNotFoundException: org.apache.spark.deploy",
        "this cluster manager is not on the class path",
        "submit the run with spark-submit (docs/guides/cluster.md)");
  }

  private Failure() {}

  private static void remedy(String sign, String reason, String whatToDo) {
    REMEDIES.put(Pattern.compile(sign), reason + "; " + whatToDo);
  }

  /**
   * @param what what could not be done, such as {@code compute table 'score'}
   */
  static EngineException of(String what, Throwable thrown) {
    StringBuilder all = new StringBuilder();
    Throwable deepest = thrown;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      all.append(cause).append('\n');
      deepest = cause;
    }
    for (Map.Entry<Pattern, String> remedy : REMEDIES.entrySet()) {
      if (remedy.getKey().matcher(all).find()) {
        return new EngineException("Cannot " + what + ": " + remedy.getValue(), thrown);
      }
    }
    return new EngineException("Cannot " + what + ": " + sentence(deepest), thrown);
  }

  /** The first line, without the error's code, SQL state and stack. */
  private static String sentence(Throwable thrown) {
    String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    String line = message.strip().lines().findFirst().orElse(thrown.toString());
    return line.replaceFirst("^\\[[A-Z_.0-9]+] ", "")
        .replaceFirst("\\s*SQLSTATE: \\w+.*$", "")
        .replaceFirst("[.;]\\s*$", "");
  }
}
