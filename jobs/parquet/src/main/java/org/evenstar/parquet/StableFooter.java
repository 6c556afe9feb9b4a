package org.evenstar.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the lists of encodings in a footer into order. The library keeps them in hash sets of enums,
 * whose order differs from one start of Java to the next, so without this the same rows do not give
 * the same bytes.
 */
final class StableFooter {
  /** Length of the footer as four bytes, then the magic. */
  private static final int TAIL_BYTES = 8;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private StableFooter() {}

  static void sort(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer tail = read(channel, channel.size() - TAIL_BYTES, TAIL_BYTES);
      int length = tail.getInt();
      long start = channel.size() - TAIL_BYTES - length;
      byte[] before = read(channel, start, length).array();
      FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(before));
      for (RowGroup group : footer.getRow_groups()) {
        for (ColumnChunk chunk : group.getColumns()) {
          List<Encoding> encodings = new ArrayList<>(chunk.getMeta_data().getEncodings());
          Collections.sort(encodings);
          chunk.getMeta_data().setEncodings(encodings);
        }
      }
      ByteArrayOutputStream after = new ByteArrayOutputStream(length);
      Util.writeFileMetaData(footer, after);
      write(channel, start, after.toByteArray());
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("Cannot read the footer: the file ends early; write it again");
      }
    }
    return bytes.flip();
  }

  private static void write(FileChannel channel, long start, byte[] footer) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(footer.length + TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(footer).putInt(footer.length).put(MAGIC).flip();
    channel.truncate(start);
    channel.position(start);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
