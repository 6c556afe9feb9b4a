package org.evenstar.reports.block;

import java.util.List;

/**
 * Two lists to choose from and the answer to "can these two be told apart?".
 *
 * @param choices what may be chosen on either side
 * @param data answers by pair: what {@code picker.js} reads
 */
public record Picker(
    String id, String title, String basis, List<TileMap.Choice> choices, DataBlock data)
    implements Block {
  public Picker {
    choices = List.copyOf(choices);
  }
}
