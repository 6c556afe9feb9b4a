package org.evenstar.engine.spark;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;

/**
 * Ends the running query when a cluster has had no executor for a while: Spark itself would wait
 * for a worker without end. A worker that comes back in time carries on.
 */
final class WorkerWatch implements AutoCloseable {
  static final String NO_WORKER_LEFT = "no worker left to run it";

  private static final long EVERY_MILLIS = 500;

  private final SparkContext context;
  private final long patienceNanos;
  private final ScheduledExecutorService clock;
  private long lastSeen = System.nanoTime();

  WorkerWatch(SparkContext context) {
    this.context = context;
    this.patienceNanos =
        TimeUnit.SECONDS.toNanos(
            context.conf().getTimeAsSeconds("spark.evenstar.lostWorkerWait", "60s"));
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "evenstar-worker-watch");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    boolean isAnyThere = Cluster.executors(context) > 0;
    int[] jobs = context.statusTracker().getActiveJobIds();
    if (isAnyThere || jobs.length == 0) {
      lastSeen = System.nanoTime();
    } else if (System.nanoTime() - lastSeen > patienceNanos) {
      for (int job : jobs) {
        context.cancelJob(job, NO_WORKER_LEFT);
      }
      lastSeen = System.nanoTime();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
