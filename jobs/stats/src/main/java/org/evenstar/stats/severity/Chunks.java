package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Work cut into chunks that do not depend on the number of threads, answered in their order. */
final class Chunks {

  private Chunks() {}

  /** The answers of chunks 0 to {@code count - 1}, in that order. */
  static <T> List<T> map(int count, int threads, IntFunction<T> work) {
    List<T> answers = new ArrayList<>(count);
    if (threads <= 1 || count <= 1) {
      for (int chunk = 0; chunk < count; chunk++) {
        answers.add(work.apply(chunk));
      }
      return answers;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
    try {
      List<Future<T>> futures = new ArrayList<>(count);
      for (int chunk = 0; chunk < count; chunk++) {
        int number = chunk;
        futures.add(pool.submit(() -> work.apply(number)));
      }
      for (Future<T> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Cannot finish estimation: it was interrupted; run it again", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("Cannot finish estimation: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Bounds that cut {@code count} things of the given sizes into chunks of about equal size. */
  static int[] cut(int count, int chunks, java.util.function.IntToLongFunction size) {
    long total = 0;
    for (int i = 0; i < count; i++) {
      total += size.applyAsLong(i);
    }
    int[] bounds = new int[chunks + 1];
    long sum = 0;
    int chunk = 1;
    for (int i = 0; i < count && chunk < chunks; i++) {
      sum += size.applyAsLong(i);
      while (chunk < chunks && sum * chunks >= total * chunk) {
        bounds[chunk++] = i + 1;
      }
    }
    while (chunk <= chunks) {
      bounds[chunk++] = count;
    }
    return bounds;
  }
}
