package org.evenstar.reports.block;

import java.util.OptionalDouble;

/**
 * One cell of a table.
 *
 * @param text what is read
 * @param sort what it sorts by and what a download holds: the exact number, or the text
 * @param tone class of its mark; empty for plain
 * @param href where it leads; may be empty
 */
public record Cell(String text, String sort, String tone, String href) {

  /** Words. */
  public static Cell of(String text) {
    return new Cell(text, text, "", "");
  }

  /** Words that lead somewhere. */
  public static Cell link(String text, String href) {
    return new Cell(text, text, "", href);
  }

  /** A marked word. */
  public static Cell marked(String text, String tone) {
    return new Cell(text, text, tone, "");
  }

  /** Why there is no number: read, but neither sorted nor added up. */
  public static Cell withheld(String why) {
    return new Cell(why, "", "withheld", "");
  }

  /** A number as it is read, and exactly. */
  public static Cell number(String text, OptionalDouble value) {
    return new Cell(text, value.isPresent() ? Cell.exact(value.getAsDouble()) : "", "", "");
  }

  private static String exact(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
