package org.evenstar.parquet;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A local file that can be closed by whoever opened it: the library's writer leaves its stream open
 * once a write has failed.
 */
final class OwnedOutputFile implements OutputFile, AutoCloseable {
  private final OutputFile file;
  private @Nullable PositionOutputStream stream;

  OwnedOutputFile(Path path) {
    this.file = new LocalOutputFile(path);
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return keep(file.create(blockSizeHint));
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return keep(file.createOrOverwrite(blockSizeHint));
  }

  private PositionOutputStream keep(PositionOutputStream opened) {
    stream = opened;
    return opened;
  }

  @Override
  public boolean supportsBlockSize() {
    return file.supportsBlockSize();
  }

  @Override
  public long defaultBlockSize() {
    return file.defaultBlockSize();
  }

  /** Closes the stream, also one that the writer has closed before. */
  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
  }
}
