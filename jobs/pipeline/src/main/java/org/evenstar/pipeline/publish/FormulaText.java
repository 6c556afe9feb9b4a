package org.evenstar.pipeline.publish;

/** Text of a CSV cell that no spreadsheet takes for a formula. */
public final class FormulaText {
  private static final String STARTS = "=+-@\t\r";

  private FormulaText() {}

  /** The text, with an apostrophe before what would start a formula. */
  static String safe(String text) {
    return isFormula(text, 0) ? "'" + text : text;
  }

  /** The text as it was before {@link #safe}. */
  public static String plain(String text) {
    return text.startsWith("'") && isFormula(text, 1) ? text.substring(1) : text;
  }

  private static boolean isFormula(String text, int at) {
    return text.length() > at && STARTS.indexOf(text.charAt(at)) >= 0;
  }
}
