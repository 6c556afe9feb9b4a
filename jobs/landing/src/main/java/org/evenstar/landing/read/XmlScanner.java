package org.evenstar.landing.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the bytes of one XML part of a workbook before any parser sees it: refuses entity
 * declarations, over-long texts and rows, and cell addresses beyond a worksheet, and hears tags.
 */
final class XmlScanner {
  private static final int TAG_BYTES = 1 << 16;
  private static final int TEXT_BYTES = 3 * SafetyLimits.CELL_CHARACTERS;

  /** Hears the start tags of interest. */
  @FunctionalInterface
  interface Tags {
    /** One start tag: its local name and the text of the whole tag. */
    void tag(String name, String text) throws IOException;
  }

  private final String part;
  private final Tags tags;
  private final byte[] tag = new byte[TAG_BYTES];
  private int tagLength;
  private int textLength;
  private int cells;
  private boolean isInTag;
  private byte quote;

  XmlScanner(String part, Tags tags) {
    this.part = part;
    this.tags = tags;
  }

  /** Reads to the end; returns the bytes read. */
  long scan(InputStream in, long mostBytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    int n = in.read(buffer);
    if (n >= 2 && (buffer[0] == 0 || buffer[1] == 0 || buffer[0] == (byte) 0xFE)) {
      throw Unreadable.unsafe(part + " is no UTF-8");
    }
    while (n >= 0) {
      total += n;
      if (total > mostBytes) {
        throw Unreadable.unsafe(part + " unpacks to more than " + mostBytes + " bytes");
      }
      for (int i = 0; i < n; i++) {
        accept(buffer[i]);
      }
      n = in.read(buffer);
    }
    return total;
  }

  private void accept(byte b) throws IOException {
    if (!isInTag) {
      if (b == '<') {
        isInTag = true;
        tagLength = 0;
        textLength = 0;
        quote = 0;
      } else if (++textLength > TEXT_BYTES) {
        throw Unreadable.unsafe(part + " holds a text of more than " + TEXT_BYTES + " bytes");
      }
      return;
    }
    if (tagLength == TAG_BYTES) {
      throw Unreadable.unsafe(part + " holds a tag of more than " + TAG_BYTES + " bytes");
    }
    if (quote != 0) {
      quote = b == quote ? 0 : quote;
    } else if (b == '>' && isEnd()) {
      isInTag = false;
      end();
      return;
    } else if ((b == '"' || b == '\'') && tagLength > 0 && tag[0] != '!' && tag[0] != '?') {
      quote = b;
    }
    tag[tagLength++] = b;
  }

  /** Comments and character data end only at their own mark. */
  private boolean isEnd() {
    if (startsWith("!--")) {
      return tagLength >= 5 && tag[tagLength - 1] == '-' && tag[tagLength - 2] == '-';
    }
    if (startsWith("![CDATA[")) {
      return tag[tagLength - 1] == ']' && tag[tagLength - 2] == ']';
    }
    return true;
  }

  private boolean startsWith(String text) {
    if (tagLength < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (tag[i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void end() throws IOException {
    if (tagLength == 0 || tag[0] == '/' || tag[0] == '?') {
      return;
    }
    if (startsWith("!D") || startsWith("!E")) {
      throw Unreadable.unsafe(part + " declares a document type or entities");
    }
    int colon = -1;
    int end = 0;
    while (end < tagLength && tag[end] > ' ' && tag[end] != '/') {
      colon = tag[end] == ':' ? end : colon;
      end++;
    }
    int length = end - colon - 1;
    byte first = length > 0 ? tag[colon + 1] : 0;
    if (length == 1 && first == 'c') {
      cell();
    } else if (first == 'r' && length == 3) {
      cells = 0;
    } else if (first == 'c' || first == 'm' || first == 's' || first == 'R' || first == 'w') {
      String name = new String(tag, colon + 1, length, StandardCharsets.UTF_8);
      tags.tag(name, new String(tag, 0, tagLength, StandardCharsets.UTF_8));
    }
  }

  private void cell() throws IOException {
    if (++cells > SafetyLimits.COLUMNS) {
      throw Unreadable.unsafe(part + " has a row of more than " + SafetyLimits.COLUMNS + " cells");
    }
    for (int i = 1; i + 3 < tagLength; i++) {
      if (tag[i] == 'r' && tag[i + 1] == '=' && tag[i - 1] <= ' ') {
        int letters = 0;
        while (i + 3 + letters < tagLength && tag[i + 3 + letters] >= 'A') {
          letters++;
        }
        if (letters > 3) {
          throw Unreadable.unsafe(part + " has a cell beyond the last column");
        }
        return;
      }
    }
  }

  /** The value of an attribute of a tag's text, or null. */
  static @Nullable String attribute(String tag, String name) {
    int at = tag.indexOf(' ' + name + '=');
    if (at < 0) {
      return null;
    }
    int start = at + name.length() + 3;
    int end = start <= tag.length() ? tag.indexOf(tag.charAt(start - 1), start) : -1;
    return end < 0 ? null : tag.substring(start, end);
  }
}
