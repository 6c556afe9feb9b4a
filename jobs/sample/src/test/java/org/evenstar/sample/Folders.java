package org.evenstar.sample;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Folders compared by what is in them. */
final class Folders {
  private Folders() {}

  /**
   * SHA-256 by path. Archives are hashed by their members, because another zlib may pack the same
   * bytes in another way.
   */
  static Map<String, String> hashes(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      hashes.put(path, isPacked(path) ? members(file) : hash(Files.readAllBytes(file)));
    }
    return hashes;
  }

  private static boolean isPacked(String path) {
    return path.endsWith(".zip") || path.endsWith(".xlsx") || path.contains("whsz-workbook");
  }

  private static String members(Path archive) throws IOException {
    StringBuilder members = new StringBuilder();
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        members.append(entry.getName()).append(' ').append(entry.getTimeLocal()).append(' ');
        members.append(entry.getName().endsWith(".zip") ? "packed" : hash(bytes)).append('\n');
      }
    } catch (EOFException e) {
      // Where a cut-off archive ends depends on how it was packed.
      return "cut off";
    }
    return members.toString();
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
