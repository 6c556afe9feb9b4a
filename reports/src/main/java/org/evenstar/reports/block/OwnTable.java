package org.evenstar.reports.block;

import java.util.List;

/**
 * A table that the reader puts together: regions down, measures and statistics across. What is
 * chosen stands in the page's address.
 *
 * @param statistics what may be shown of a measure
 * @param data names and files of the measures, labels of columns: what {@code owntable.js} reads
 */
public record OwnTable(
    String id,
    String title,
    String basis,
    List<TileMap.Group> measures,
    List<TileMap.Choice> statistics,
    List<TileMap.Choice> periods,
    List<TileMap.Choice> regions,
    DataBlock data)
    implements Block {
  public OwnTable {
    measures = List.copyOf(measures);
    statistics = List.copyOf(statistics);
    periods = List.copyOf(periods);
    regions = List.copyOf(regions);
  }
}
