package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.pipeline.benchmark.TableRow;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Writes one dataset in all its forms in one pass over its sorted rows. Each form is written
 * behind, on a thread of its own: one batch is encoded while the next is read.
 */
final class DatasetWriter implements AutoCloseable {
  private final DatasetSchema schema;
  private final List<BatchSink> sinks;
  private final ExecutorService behind;
  private final List<Future<?>> writing = new ArrayList<>();
  private RowBatch filling;
  private RowBatch spare;
  private long rows;

  /**
   * @param sinks the forms; closed with this
   */
  DatasetWriter(DatasetSchema schema, List<BatchSink> sinks) {
    this.schema = schema;
    this.sinks = List.copyOf(sinks);
    this.behind = Executors.newFixedThreadPool(sinks.size());
    var types = TableRow.columns(schema).stream().map(ParquetColumn::type).toList();
    this.filling = new RowBatch(types);
    this.spare = new RowBatch(types);
  }

  /** Writes the row that {@code from} stands on; its columns are the schema's, in order. */
  void write(Rows from) throws IOException {
    rows++;
    if (filling.add(from)) {
      handOver();
    }
  }

  private void handOver() throws IOException {
    await();
    RowBatch full = filling;
    filling = spare;
    filling.clear();
    spare = full;
    for (BatchSink sink : sinks) {
      writing.add(
          behind.submit(
              () -> {
                sink.write(full);
                return null;
              }));
    }
  }

  /** Waits for every form, even when one fails. */
  private void await() throws IOException {
    IOException failed = null;
    for (Future<?> one : writing) {
      try {
        one.get();
      } catch (ExecutionException e) {
        failed = failure(e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failed = failure("interrupted; run again", e);
      }
    }
    writing.clear();
    if (failed != null) {
      throw failed;
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
    IOException failed = null;
    try {
      await();
      for (BatchSink sink : sinks) {
        sink.write(filling);
      }
    } catch (IOException e) {
      failed = e;
    }
    behind.shutdown();
    for (BatchSink sink : sinks) {
      try {
        sink.close();
      } catch (IOException e) {
        if (failed == null) {
          failed = e;
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
