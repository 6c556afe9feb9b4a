package org.evenstar.sample.delivery;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zip archives that say nothing of when they were made. */
public final class StableZip {
  private static final LocalDateTime TIME = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private StableZip() {}

  /** Packs a workbook again, with fixed times and a fixed day of creation. */
  static void repack(Path workbook, Path out) throws IOException {
    try (ZipFile in = new ZipFile(workbook.toFile(), StandardCharsets.UTF_8);
        OutputStream file = open(out);
        ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      List<? extends ZipEntry> entries = Collections.list(in.entries());
      for (ZipEntry entry : entries) {
        try (InputStream bytes = in.getInputStream(entry)) {
          put(zip, entry.getName(), isProperties(entry) ? undated(bytes) : bytes);
        }
      }
    }
  }

  private static boolean isProperties(ZipEntry entry) {
    return entry.getName().equals(PROPERTIES);
  }

  private static InputStream undated(InputStream properties) throws IOException {
    String xml =
        new String(properties.readAllBytes(), StandardCharsets.UTF_8)
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2024-01-01T00:00:00Z");
    return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes an archive of the given members, in the map's order. */
  public static void write(Path out, Map<String, byte[]> members) throws IOException {
    try (OutputStream file = open(out);
        ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        put(zip, member.getKey(), new ByteArrayInputStream(member.getValue()));
      }
    }
  }

  /** Closed beside the archive: a ZipOutputStream that cannot write its end leaves it open. */
  private static OutputStream open(Path out) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(out), 1 << 16);
  }

  private static void put(ZipOutputStream zip, String name, InputStream bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    bytes.transferTo(zip);
    zip.closeEntry();
  }
}
