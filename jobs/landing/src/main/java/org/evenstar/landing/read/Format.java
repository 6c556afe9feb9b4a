package org.evenstar.landing.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, told by its first bytes, and by its name where the bytes leave it open. */
final class Format {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  private Format() {}

  static boolean isZip(byte[] start) {
    return startsWith(start, ZIP) || startsWith(start, EMPTY_ZIP);
  }

  static boolean isGzip(byte[] start) {
    return startsWith(start, GZIP);
  }

  /** xlsx, parquet, xls, pdf, gz, json, jsonl, tsv or csv. */
  static String of(byte[] start, String name) {
    if (isZip(start)) {
      return "xlsx";
    }
    if (isGzip(start)) {
      return "gz";
    }
    if (startsWith(start, PARQUET)) {
      return "parquet";
    }
    if (startsWith(start, OLE)) {
      return "xls";
    }
    if (startsWith(start, PDF)) {
      return "pdf";
    }
    String text = new String(start, StandardCharsets.ISO_8859_1).replaceFirst("^ï»¿", "").strip();
    String lower = name.toLowerCase(Locale.ROOT);
    if (text.startsWith("[") && (lower.endsWith(".json") || text.matches("(?s)\\[\\s*[{\\]].*"))) {
      return "json";
    }
    if (text.matches("(?s)\\{\\s*[\"}].*")) {
      return lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || isLines(text)
          ? "jsonl"
          : "json";
    }
    return lower.endsWith(".tsv") ? "tsv" : "csv";
  }

  private static boolean isLines(String text) {
    int end = text.indexOf('\n');
    return end > 1
        && text.substring(0, end).strip().endsWith("}")
        && text.substring(end).strip().startsWith("{");
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
