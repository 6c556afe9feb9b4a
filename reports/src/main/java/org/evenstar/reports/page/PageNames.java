package org.evenstar.reports.page;

import java.nio.charset.StandardCharsets;

/** File names out of codes: codes may hold anything, file names only letters, digits and dashes. */
final class PageNames {
  private PageNames() {}

  /** The code itself where it is plain, else its bytes in hexadecimal behind {@code x}. */
  static String of(String code) {
    if (code.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      return code;
    }
    StringBuilder out = new StringBuilder("x");
    for (byte b : code.getBytes(StandardCharsets.UTF_8)) {
      out.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return out.substring(0, Math.min(out.length(), 120));
  }
}
