package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.pipeline.benchmark.TableRow;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Writes one dataset in all its forms in one pass over its sorted rows. Each form is written
 * behind, on a thread of its own: some batches are encoded while the next is read.
 */
final class DatasetWriter implements AutoCloseable {
  private static final int BATCHES = 4;

  private final DatasetSchema schema;
  private final List<BatchSink> sinks;
  private final List<ExecutorService> behind = new ArrayList<>();
  private final BlockingQueue<RowBatch> free = new ArrayBlockingQueue<>(BATCHES);
  private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
  private RowBatch filling;
  private long rows;

  /**
   * @param sinks the forms; closed with this
   */
  DatasetWriter(DatasetSchema schema, List<BatchSink> sinks) {
    this.schema = schema;
    this.sinks = List.copyOf(sinks);
    sinks.forEach(sink -> behind.add(Executors.newSingleThreadExecutor()));
    List<ColumnType> types = TableRow.columns(schema).stream().map(ParquetColumn::type).toList();
    this.filling = new RowBatch(types);
    for (int i = 1; i < BATCHES; i++) {
      free.add(new RowBatch(types));
    }
  }

  /** Writes the row that {@code from} stands on; its columns are the schema's, in order. */
  void write(Rows from) throws IOException {
    rows++;
    if (filling.add(from)) {
      // First another batch: when there is none because a form has failed, this one is still ours.
      RowBatch next = next();
      handOver();
      filling = next;
    }
  }

  private void handOver() {
    RowBatch full = filling;
    AtomicInteger waiting = new AtomicInteger(sinks.size());
    for (int i = 0; i < sinks.size(); i++) {
      BatchSink sink = sinks.get(i);
      behind.get(i).execute(() -> write(sink, full, waiting));
    }
  }

  private void write(BatchSink sink, RowBatch full, AtomicInteger waiting) {
    try {
      if (failed.get() == null) {
        sink.write(full);
      }
    } catch (UncheckedIOException e) {
      failed.compareAndSet(null, e.getCause());
    } catch (IOException | RuntimeException | Error e) {
      failed.compareAndSet(null, e);
    }
    if (waiting.decrementAndGet() == 0) {
      full.clear();
      free.add(full);
    }
  }

  private RowBatch next() throws IOException {
    check();
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted; run again", e);
    }
  }

  private void check() throws IOException {
    Throwable e = failed.get();
    if (e instanceof Error error) {
      throw error;
    }
    if (e != null) {
      throw failure(e.getMessage(), e);
    }
  }

  private IOException failure(@Nullable String why, Throwable cause) {
    return new IOException("Cannot write '" + schema.dataset() + "': " + why, cause);
  }

  long rows() {
    return rows;
  }

  /** Writes what is left and closes every form, even when one fails. */
  @Override
  public void close() throws IOException {
    handOver();
    for (ExecutorService form : behind) {
      form.shutdown();
    }
    try {
      for (ExecutorService form : behind) {
        var unused = form.awaitTermination(1, TimeUnit.DAYS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed.compareAndSet(null, e);
    }
    for (BatchSink sink : sinks) {
      try {
        sink.close();
      } catch (UncheckedIOException e) {
        failed.compareAndSet(null, e.getCause());
      } catch (IOException e) {
        failed.compareAndSet(null, e);
      }
    }
    check();
  }
}
