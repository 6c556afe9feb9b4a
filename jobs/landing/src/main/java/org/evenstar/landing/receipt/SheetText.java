package org.evenstar.landing.receipt;

import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/** Texts in workbooks, within what a cell can hold. */
public final class SheetText {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");
  private static final int LONGEST_CELL = 32_767;

  private SheetText() {}

  /**
   * Puts a text into a cell; an empty one leaves the cell empty. Control characters become {@code
   * ?}, and a text that is too long ends in {@code …}.
   */
  public static void put(Worksheet sheet, int row, int column, String text) {
    if (!text.isEmpty()) {
      String plain = CONTROL.matcher(text).replaceAll("?");
      sheet.value(
          row,
          column,
          plain.length() > LONGEST_CELL ? plain.substring(0, LONGEST_CELL - 1) + "…" : plain);
    }
  }
}
