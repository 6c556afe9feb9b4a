package org.evenstar.engine.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.evenstar.engine.EngineException;
import org.evenstar.engine.EngineOptions;

/** Says early, and in words, what Spark would wait for: a master, a worker. */
final class Cluster {
  private static final int CONNECT_MILLIS = 5_000;

  private Cluster() {}

  /**
   * Checks that a standalone master listens; other masters are left to Spark.
   *
   * @throws EngineException when none of the masters listens
   */
  static void checkReachable(String master) {
    if (!master.startsWith("spark://")) {
      return;
    }
    String reason = "";
    for (String address : master.substring("spark://".length()).split(",", -1)) {
      int colon = address.lastIndexOf(':');
      if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
        throw new EngineException(
            "Cannot open engine '" + master + "': it is not spark://HOST:PORT; give both");
      }
      int port = Integer.parseInt(address.substring(colon + 1));
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
        return;
      } catch (IOException e) {
        reason = e.getMessage() == null ? e.toString() : e.getMessage();
      }
    }
    throw new EngineException(
        "Cannot open engine '"
            + master
            + "': no master listens there ("
            + reason
            + "); start one, or check host and port");
  }

  /**
   * The number of executors that the scheduler can give work to. Spark's status tracker is no guide
   * to it: an executor whose worker has died may register its block manager once more before it
   * ends, and is then listed without end.
   */
  static int executors(SparkContext context) {
    return context.getExecutorIds().size();
  }

  /**
   * Waits until a worker gives this application an executor, since Spark itself would wait for one
   * without end.
   */
  static void awaitExecutor(SparkSession spark, String master, EngineOptions options) {
    var context = spark.sparkContext();
    if (context.conf().getBoolean("spark.dynamicAllocation.enabled", false)) {
      return;
    }
    long seconds = context.conf().getTimeAsSeconds("spark.evenstar.workerWait", "60s");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (executors(context) == 0) {
      if (System.nanoTime() > end) {
        spark.stop();
        throw new EngineException(
            "Cannot open engine '"
                + master
                + "': no worker offered "
                + context.conf().get("spark.executor.memory", options.memoryMegabytes() + "m")
                + " of memory within "
                + seconds
                + " s; start a worker, or ask for less memory");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineException(
            "Cannot open engine '" + master + "': interrupted while waiting for a worker", e);
      }
    }
  }
}
