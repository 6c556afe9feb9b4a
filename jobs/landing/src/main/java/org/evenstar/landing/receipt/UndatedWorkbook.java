package org.evenstar.landing.receipt;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes out of a workbook when it was made, so that the same content is the same bytes. */
public final class UndatedWorkbook {
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final String CREATED = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

  private UndatedWorkbook() {}

  /** Copies a workbook without its dates. */
  public static void copy(Path workbook, Path to) throws IOException {
    try (ZipFile in = new ZipFile(workbook.toFile(), StandardCharsets.UTF_8);
        // A resource of its own: a ZipOutputStream whose last bytes cannot be written leaves it
        // open.
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry undated = new ZipEntry(entry.getName());
        undated.setTimeLocal(TIME);
        out.putNextEntry(undated);
        try (InputStream part = in.getInputStream(entry)) {
          if (entry.getName().equals("docProps/core.xml")) {
            String xml = new String(part.readAllBytes(), StandardCharsets.UTF_8);
            out.write(
                xml.replaceAll(CREATED, "2000-01-01T00:00:00Z").getBytes(StandardCharsets.UTF_8));
          } else {
            part.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
  }
}
