package org.evenstar.reports.block;

import java.util.Map;
import java.util.Optional;

/**
 * A drawn figure with the table behind it.
 *
 * @param kind which drawing of {@code charts.js} it uses
 * @param summary what it shows in words, for who cannot see it
 * @param basis n, period, method and release; also printed into an exported image
 * @param height of the plot in rows of text: a class of the style sheet
 * @param data what is drawn
 * @param table the same numbers to read
 */
public record Chart(
    String id,
    String kind,
    String title,
    String summary,
    String basis,
    Height height,
    Map<String, Object> data,
    Optional<Grid> table)
    implements Block {

  /** How tall a plot stands; fixed, so that nothing moves when it is drawn. */
  public enum Height {
    SHORT,
    MEDIUM,
    TALL
  }

  public Chart {
    data = Map.copyOf(data);
  }

  /** The data as a block of JSON that no text can end early. */
  public DataBlock json() {
    return new DataBlock(data);
  }

  /** Class of the plot's height. */
  public String heightClass() {
    return switch (height) {
      case SHORT -> "short";
      case MEDIUM -> "medium";
      case TALL -> "tall";
    };
  }
}
