package org.evenstar.landing.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Source;

/** The headers a source knows, to tell its header row from titles and data. */
public final class HeaderWords {
  private final Set<String> known = new HashSet<>();
  private final List<Set<String>> required = new ArrayList<>();

  public HeaderWords(Source source, Model model) {
    for (Source.Column column : source.columns()) {
      Set<String> keys = new HashSet<>();
      column.headers().forEach(header -> keys.add(TextRepair.headerKey(header)));
      known.addAll(keys);
      if (column.required() && !keys.isEmpty()) {
        required.add(keys);
      }
    }
    for (Model.Item item : model.scoredItems()) {
      headersOf(source, item.itemId()).forEach(header -> known.add(TextRepair.headerKey(header)));
    }
    source.ignore().forEach(header -> known.add(TextRepair.headerKey(header)));
    source.personal().forEach(header -> known.add(TextRepair.headerKey(header)));
    known.remove("");
  }

  /** The headers under which an item's scores may stand, the mapping's first. */
  public static List<String> headersOf(Source source, String itemId) {
    List<String> headers = new ArrayList<>();
    source.scores().mapping().stream()
        .filter(column -> column.itemId().equals(itemId))
        .forEach(column -> headers.addAll(column.headers()));
    headers.addAll(source.scores().headers().getOrDefault(itemId, List.of()));
    if (source.scores().headerPattern() != null) {
      headers.add(source.scores().headerPattern().replace("{item_id}", itemId));
    }
    return headers;
  }

  /** How many cells of a row are known headers. */
  int matches(List<String> cells) {
    int matches = 0;
    for (String cell : cells) {
      if (!cell.isEmpty() && known.contains(TextRepair.headerKey(cell))) {
        matches++;
      }
    }
    return matches;
  }

  /** Whether a row has every required header, and one at least. */
  boolean isHeader(List<String> cells) {
    Set<String> keys = new HashSet<>();
    cells.forEach(cell -> keys.add(TextRepair.headerKey(cell)));
    for (Set<String> any : required) {
      if (any.stream().noneMatch(keys::contains)) {
        return false;
      }
    }
    return matches(cells) > 0;
  }
}
