package org.evenstar.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenstar.landing.Parallel;
import org.evenstar.landing.receipt.ReceiptBook;
import org.evenstar.landing.receipt.ReceiptFiles;

/**
 * Receipts written on a thread of their own while the release is: both only read what is computed.
 * Closing waits, so that a run that stops has sent its receipts.
 */
final class Receipts implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<Path> written;

  Receipts(ReceiptFiles files, ReceiptBook book, Path folder) {
    written =
        thread.submit(
            () -> {
              files.write(book, folder);
              return folder;
            });
  }

  /**
   * Waits until all receipts stand.
   *
   * @throws IOException when one cannot be written
   */
  void await() throws IOException {
    Parallel.result(written);
  }

  @Override
  public void close() throws IOException {
    try {
      await();
    } finally {
      thread.shutdown();
    }
  }
}
