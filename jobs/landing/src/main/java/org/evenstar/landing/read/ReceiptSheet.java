package org.evenstar.landing.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The hidden sheet by which a receipt, mended and sent back, is known again.
 *
 * @param sourceId source that the rows were read by
 * @param file first file's path below {@code landing/}
 * @param deliveryId first file's delivery id
 */
public record ReceiptSheet(String sourceId, String file, String deliveryId) {
  /** Name of the sheet. */
  public static final String NAME = "evenstar-receipt";

  private static final int LIST_BYTES = 1 << 20;

  /** Header of the column that holds the reasons. */
  public static final String REASON_HEADER = "退回原因 reason";

  /** What a file says of itself, when it is a receipt. */
  public static Optional<ReceiptSheet> of(Path file) throws IOException {
    if (!isReceipt(file)) {
      return Optional.empty();
    }
    XlsxParts.check(file, Files.size(file));
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      Optional<Sheet> sheet = workbook.findSheet(NAME);
      Map<String, String> said = new HashMap<>();
      if (sheet.isPresent()) {
        for (Row row : sheet.get().read()) {
          said.put(row.getCellText(0), row.getCellText(1));
        }
      }
      return Optional.of(
          new ReceiptSheet(
              said.getOrDefault("source_id", ""),
              said.getOrDefault("file", ""),
              said.getOrDefault("delivery_id", "")));
    } catch (RuntimeException | IOException e) {
      throw Unreadable.cutOff("damaged receipt: " + e.getClass().getSimpleName());
    }
  }

  /** Looks at the list of sheets only, so that every workbook can be asked. */
  private static boolean isReceipt(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (!Format.isZip(in.readNBytes(4))) {
        return false;
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry("xl/workbook.xml");
      if (entry == null) {
        return false;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readNBytes(LIST_BYTES), StandardCharsets.UTF_8)
            .contains('"' + NAME + '"');
      }
    } catch (ZipException | EOFException e) {
      return false;
    }
  }
}
