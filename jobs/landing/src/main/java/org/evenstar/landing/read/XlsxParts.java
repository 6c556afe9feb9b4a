package org.evenstar.landing.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What the streaming reader of worksheets does not tell: hidden columns and merged ranges, found
 * while every part is checked against the safety limits.
 */
final class XlsxParts {
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

  /** A merged range; rows from 1, columns from 0. */
  record Merged(int top, int left, int bottom) {}

  /** One worksheet's columns and ranges. */
  static final class Layout {
    final BitSet hidden = new BitSet();
    final List<Merged> merged = new ArrayList<>();
  }

  private final Map<String, Layout> layouts = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private long total;

  private XlsxParts() {}

  /**
   * Checks a workbook.
   *
   * @throws Unreadable when it is damaged, no workbook, or goes beyond a limit
   */
  static XlsxParts check(Path file, long packed) throws IOException {
    XlsxParts parts = new XlsxParts();
    try (ZipFile zip = new ZipFile(file.toFile(), Charset.forName("GB18030"))) {
      if (zip.size() > SafetyLimits.MEMBERS) {
        throw Unreadable.unsafe(zip.size() + " parts in one workbook");
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.part(zip, entry, packed);
      }
    } catch (ZipException | EOFException e) {
      throw Unreadable.cutOff("damaged workbook: " + e.getMessage());
    }
    return parts;
  }

  private void part(ZipFile zip, ZipEntry entry, long packed) throws IOException {
    String name = entry.getName();
    boolean isSheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
    if (!isSheet && !name.endsWith(".xml") && !name.endsWith(".rels")) {
      return;
    }
    Layout layout = new Layout();
    XmlScanner scanner =
        new XmlScanner(name, (tag, text) -> hear(name, layout, isSheet, tag, text));
    try (InputStream in = zip.getInputStream(entry)) {
      long most = isSheet ? SafetyLimits.UNPACKED_BYTES : SafetyLimits.SHARED_BYTES;
      long ratio = Math.max(SafetyLimits.RATIO_FROM, packed * SafetyLimits.RATIO);
      total += scanner.scan(in, Math.min(most, ratio - total));
    }
    if (isSheet) {
      layouts.put(name, layout);
    }
  }

  private void hear(String part, Layout layout, boolean isSheet, String tag, String text)
      throws Unreadable {
    if (isSheet && tag.equals("col")) {
      hide(layout, text);
    } else if (isSheet && tag.equals("mergeCell")) {
      merge(part, layout, text);
    } else if (part.equals("xl/_rels/workbook.xml.rels") && tag.equals("Relationship")) {
      String id = XmlScanner.attribute(text, "Id");
      String target = XmlScanner.attribute(text, "Target");
      if (id != null && target != null) {
        targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
  }

  private static void hide(Layout layout, String text) {
    String hidden = XmlScanner.attribute(text, "hidden");
    if ("1".equals(hidden) || "true".equals(hidden)) {
      int min = number(XmlScanner.attribute(text, "min"));
      int max = Math.min(SafetyLimits.COLUMNS, number(XmlScanner.attribute(text, "max")));
      if (min >= 1 && max >= min) {
        layout.hidden.set(min - 1, max);
      }
    }
  }

  private static int number(@org.jspecify.annotations.Nullable String text) {
    return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }

  private static void merge(String part, Layout layout, String text) throws Unreadable {
    String reference = XmlScanner.attribute(text, "ref");
    Matcher range = RANGE.matcher(reference == null ? "" : reference);
    if (range.matches()) {
      int top = Integer.parseInt(range.group(2));
      int bottom = Integer.parseInt(range.group(4));
      if (bottom > top) {
        layout.merged.add(new Merged(top, column(range.group(1)), bottom));
      }
      if (layout.merged.size() > SafetyLimits.MERGED_RANGES) {
        throw Unreadable.unsafe(part + " has too many merged ranges");
      }
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /** The layout of the sheet with a relationship id. */
  Layout layout(String relationshipId) {
    return layouts.getOrDefault(targets.getOrDefault(relationshipId, ""), new Layout());
  }
}
