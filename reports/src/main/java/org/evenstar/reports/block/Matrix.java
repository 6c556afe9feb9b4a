package org.evenstar.reports.block;

import java.util.List;

/**
 * A square or oblong of marked cells: pairs of bodies, bodies by domain, regions by indicator.
 *
 * @param legend what the marks mean
 */
public record Matrix(
    String id,
    String title,
    String basis,
    String corner,
    List<String> columns,
    List<Line> lines,
    List<Legend> legend)
    implements Block {
  public Matrix {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    legend = List.copyOf(legend);
  }

  /** A row with its name. */
  public record Line(Cell name, List<Mark> marks) {
    public Line {
      marks = List.copyOf(marks);
    }
  }

  /**
   * One cell.
   *
   * @param tone class of its colour
   * @param help what it means in words, shown on hover and focus
   */
  public record Mark(String text, String tone, String help) {}

  /** One entry of the legend. */
  public record Legend(String mark, String tone, String label) {}
}
