package org.evenstar.landing.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A character encoding, and why it is believed to be the one.
 *
 * @param markBytes length of the byte-order mark to skip
 * @param evidence one phrase for the receipt
 */
public record Encoding(Charset charset, int markBytes, String evidence) {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** The configured encoding. */
  public static Encoding configured(String name, byte[] start) {
    Encoding marked = marked(start);
    int mark = marked != null && marked.charset.name().equals(name) ? marked.markBytes : 0;
    return new Encoding(Charset.forName(name), mark, "configured");
  }

  /**
   * Tells the encoding from the first bytes: a byte-order mark, else strict UTF-8, else strict
   * GB18030, else none.
   *
   * @param start the first bytes of the file, as many as were read
   */
  public static Optional<Encoding> detect(byte[] start) {
    Encoding marked = marked(start);
    if (marked != null) {
      return Optional.of(marked);
    }
    if (decodes(start, StandardCharsets.UTF_8)) {
      return Optional.of(
          new Encoding(
              StandardCharsets.UTF_8, 0, "first " + start.length + " bytes are valid UTF-8"));
    }
    if (decodes(start, GB18030)) {
      return Optional.of(
          new Encoding(
              GB18030, 0, "first " + start.length + " bytes are no UTF-8 but valid GB18030"));
    }
    return Optional.empty();
  }

  private static @org.jspecify.annotations.Nullable Encoding marked(byte[] start) {
    if (start.length >= 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      return new Encoding(StandardCharsets.UTF_8, 3, "byte-order mark EF BB BF");
    }
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return new Encoding(StandardCharsets.UTF_16LE, 2, "byte-order mark FF FE");
    }
    if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return new Encoding(StandardCharsets.UTF_16BE, 2, "byte-order mark FE FF");
    }
    return null;
  }

  /** Whether the bytes decode without an error; a character cut off at the end is no error. */
  private static boolean decodes(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      CoderResult result = decoder.decode(in, out, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
      out.clear();
    }
  }
}
