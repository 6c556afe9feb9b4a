package org.evenstar.landing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Archives for tests. */
final class Zips {
  private Zips() {}

  static byte[] zip(String name, byte[] bytes) {
    return zip(new String[] {name}, bytes);
  }

  static byte[] zip(String[] names, byte[]... members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < names.length; i++) {
        ZipEntry entry = new ZipEntry(names[i]);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(members[i]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The members of a zip by name, in its order. */
  static Map<String, byte[]> members(byte[] zip) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try {
      Path file = Files.write(Files.createTempFile("evenstar-", ".zip"), zip);
      try (ZipFile in = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(in.entries())) {
          members.put(entry.getName(), in.getInputStream(entry).readAllBytes());
        }
      }
      Files.delete(file);
      return members;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A zip of members by name. */
  static byte[] zip(Map<String, byte[]> members) {
    return zip(members.keySet().toArray(String[]::new), members.values().toArray(byte[][]::new));
  }
}
