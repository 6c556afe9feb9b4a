package org.evenstar.landing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damages bytes as exports, transfers and malice do; the same seed damages alike. */
final class Mutations {
  private static final List<byte[]> NASTY =
      List.of(
          new byte[] {0},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          bytes("\""),
          bytes("\"\"\""),
          bytes("\n"),
          bytes("\r"),
          bytes(",,,,"),
          bytes("{"),
          bytes("]"),
          bytes("[[[[[["),
          bytes("<"),
          bytes("&#0;"),
          bytes("&x;"),
          bytes("-"),
          bytes("99999999999999999999999999"),
          bytes("1e999"),
          bytes("全部满足"),
          bytes("😀"),
          bytes("A".repeat(5000)),
          bytes(" ".repeat(300)));

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One to four changes somewhere. */
  byte[] of(byte[] bytes) {
    byte[] mutated = bytes;
    for (int i = 1 + random.nextInt(4); i > 0 && mutated.length > 0; i--) {
      mutated = once(mutated);
    }
    return mutated;
  }

  /** Changes in one part of an archive, packed again. */
  byte[] ofPart(Map<String, byte[]> parts) {
    Map<String, byte[]> mutated = new LinkedHashMap<>(parts);
    String name = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
    mutated.computeIfPresent(name, (n, part) -> of(part));
    return Zips.zip(mutated);
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int end = at + random.nextInt(Math.min(200, bytes.length - at) + 1);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes, at);
      case 1 -> spliced(bytes, at, end, new byte[0]);
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
      case 4 -> spliced(bytes, at, Math.min(bytes.length, at + 1), nasty());
      case 5 -> spliced(bytes, at, end, nasty());
      case 6 -> moved(bytes, at, end);
      default -> spliced(bytes, at, at, nasty());
    };
  }

  private byte[] nasty() {
    return NASTY.get(random.nextInt(NASTY.size()));
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  private byte[] moved(byte[] bytes, int from, int to) {
    byte[] range = Arrays.copyOfRange(bytes, from, to);
    byte[] rest = spliced(bytes, from, to, new byte[0]);
    int at = rest.length == 0 ? 0 : random.nextInt(rest.length);
    return spliced(rest, at, at, range);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
