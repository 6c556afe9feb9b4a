package org.evenstar.landing.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A character encoding, and why it is believed to be the one.
 *
 * @param markBytes length of the byte-order mark to skip
 * @param evidence one phrase for the receipt
 * @param isProven whether every byte of the file was seen to be valid
 */
public record Encoding(Charset charset, int markBytes, String evidence, boolean isProven) {
  private static final long ALL = -1;
  private static final int BUFFER = 1 << 16;
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** The configured encoding. */
  public static Encoding configured(String name, byte[] start) {
    Encoding marked = marked(start);
    int mark = marked != null && marked.charset.name().equals(name) ? marked.markBytes : 0;
    return new Encoding(Charset.forName(name), mark, "configured", false);
  }

  /**
   * Tells the encoding: a byte-order mark, else UTF-16 by its zero bytes, else UTF-8 when the whole
   * file is valid UTF-8, else GB18030 when the whole file is valid GB18030, else none.
   */
  public static Optional<Encoding> detect(Path file, byte[] start) throws IOException {
    Encoding marked = marked(start);
    if (marked != null) {
      return Optional.of(marked);
    }
    Encoding wide = wide(start);
    if (wide != null) {
      return Optional.of(wide);
    }
    long valid = validBytes(file, StandardCharsets.UTF_8);
    if (valid == ALL) {
      return Optional.of(
          new Encoding(
              StandardCharsets.UTF_8, 0, "all " + Files.size(file) + " bytes are UTF-8", true));
    }
    if (valid > 0 && valid >= Files.size(file) - 3) {
      // Cut off inside the last character: still UTF-8, and the last row will tell.
      return Optional.of(
          new Encoding(StandardCharsets.UTF_8, 0, "all bytes but the last are UTF-8", false));
    }
    if (validBytes(file, GB18030) == ALL) {
      return Optional.of(
          new Encoding(
              GB18030, 0, "byte " + (valid + 1) + " is no UTF-8; all bytes are GB18030", true));
    }
    return Optional.empty();
  }

  /** UTF-16 without a mark: every other of the first bytes is mostly zero. */
  private static @Nullable Encoding wide(byte[] start) {
    int[] zeros = new int[2];
    for (int i = 0; i < start.length; i++) {
      zeros[i & 1] += start[i] == 0 ? 1 : 0;
    }
    int pairs = start.length / 2;
    if (pairs < 2 || Math.max(zeros[0], zeros[1]) * 5 < pairs || zeros[0] * zeros[1] != 0) {
      return null;
    }
    String evidence = Math.max(zeros[0], zeros[1]) + " of " + pairs + " pairs hold a zero byte";
    return zeros[1] > 0
        ? new Encoding(StandardCharsets.UTF_16LE, 0, evidence, false)
        : new Encoding(StandardCharsets.UTF_16BE, 0, evidence, false);
  }

  private static @Nullable Encoding marked(byte[] start) {
    if (start.length >= 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      return new Encoding(StandardCharsets.UTF_8, 3, "byte-order mark EF BB BF", false);
    }
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return new Encoding(StandardCharsets.UTF_16LE, 2, "byte-order mark FF FE", false);
    }
    if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return new Encoding(StandardCharsets.UTF_16BE, 2, "byte-order mark FE FF", false);
    }
    return null;
  }

  /** How many bytes decode before the first that does not; {@link #ALL} when all do. */
  private static long validBytes(Path file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.allocate(BUFFER);
    CharBuffer out = CharBuffer.allocate(BUFFER);
    long before = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      boolean isEnd = false;
      while (true) {
        isEnd = isEnd || channel.read(in) < 0;
        in.flip();
        CoderResult result = decoder.decode(in, out, isEnd);
        before += in.position();
        if (result.isError()) {
          return before;
        }
        in.compact();
        out.clear();
        if (isEnd && result.isUnderflow()) {
          return ALL;
        }
      }
    }
  }
}
