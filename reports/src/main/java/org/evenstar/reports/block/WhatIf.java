package org.evenstar.reports.block;

import java.util.List;

/**
 * An institution's own requirement scores, to change and see which star would follow; computed in
 * the page, sent nowhere.
 *
 * @param stars the columns
 * @param choices what a requirement can be scored
 * @param rows one an indicator
 * @param data weights, threshold and limits: what {@code whatif.js} reads
 */
public record WhatIf(
    String title,
    String basis,
    List<Integer> stars,
    List<TileMap.Choice> choices,
    List<Line> rows,
    DataBlock data)
    implements Block {
  public WhatIf {
    stars = List.copyOf(stars);
    choices = List.copyOf(choices);
    rows = List.copyOf(rows);
  }

  /** One indicator with the items of its stars. */
  public record Line(String domain, String name, List<Item> items) {
    public Line {
      items = List.copyOf(items);
    }
  }

  /**
   * One requirement.
   *
   * @param score its score in millionths, {@code NA}, or empty when not assessed
   * @param label what a screen reader says
   */
  public record Item(String itemId, String score, String label) {}
}
