package org.evenstar.pipeline.publish;

import java.io.IOException;

/** Writes batches of one dataset's rows in one form, on one thread at a time. */
interface BatchSink extends AutoCloseable {
  void write(RowBatch batch) throws IOException;

  @Override
  void close() throws IOException;
}
