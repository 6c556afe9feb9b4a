package org.evenstar.reports.block;

import java.util.List;

/**
 * A table that sorts, filters and downloads.
 *
 * @param id unique on the page; also the name of the downloaded file
 * @param basis n, period, method and release that hold for all its numbers
 * @param compact whether it is small enough to need no filter
 */
public record Grid(
    String id, String title, String basis, boolean compact, List<Column> columns, List<Line> lines)
    implements Block {
  public Grid {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** A column; numbers stand to the right. */
  public record Column(String label, boolean isNumber) {

    /** A column of words. */
    public static Column text(String label) {
      return new Column(label, false);
    }

    /** A column of numbers. */
    public static Column number(String label) {
      return new Column(label, true);
    }
  }

  /** A row; {@code id} is its anchor and may be empty. */
  public record Line(String id, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
