package org.evenstar.landing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Waits for work on several threads, and throws what failed there. */
public final class Parallel {
  private Parallel() {}

  /** The lists of all futures, one after the other. */
  public static <T> List<T> results(List<Future<List<T>>> futures) throws IOException {
    List<T> results = new ArrayList<>();
    for (Future<List<T>> future : futures) {
      results.addAll(result(future));
    }
    return results;
  }

  /** What one future comes to. */
  public static <T> T result(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot finish: the run was interrupted; run again", e);
    }
  }

  /** Ends a pool and waits for the work that a failure of other work left running in it. */
  public static void end(ExecutorService pool) {
    pool.shutdownNow();
    try {
      var unused = pool.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
