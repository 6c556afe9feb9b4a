package org.evenstar.reports.block;

import java.util.List;

/**
 * Regions as equal tiles, for any measure and period.
 *
 * @param layout class of the tiles: {@code placed} as on a map, or {@code listed} in order
 * @param measures what can be shown; the first is drawn into the page
 * @param periods the steps of the slider
 * @param tiles one a region
 * @param data the drawn values by measure: what {@code map.js} reads
 */
public record TileMap(
    String id,
    String title,
    String basis,
    List<Group> measures,
    List<Choice> periods,
    String layout,
    List<Tile> tiles,
    DataBlock data)
    implements Block {
  public TileMap {
    measures = List.copyOf(measures);
    periods = List.copyOf(periods);
    tiles = List.copyOf(tiles);
  }

  /** Something to choose. */
  public record Choice(String value, String label) {}

  /** Choices under a common name. */
  public record Group(String label, List<Choice> choices) {
    public Group {
      choices = List.copyOf(choices);
    }
  }

  /**
   * One region.
   *
   * @param place class of its place on the map; empty on a map without places
   * @param tone class of its colour: above, below, same, withheld, none
   */
  public record Tile(
      String code,
      String shortName,
      String name,
      String place,
      String tone,
      String mark,
      String value,
      String help,
      String href) {}
}
