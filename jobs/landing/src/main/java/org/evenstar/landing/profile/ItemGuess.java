package org.evenstar.landing.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenstar.landing.decode.Nearest;
import org.evenstar.schemas.config.Model;

/**
 * Which headers hold the scores of which items: one pattern around the item's id, else by the names
 * of the model's indicators.
 *
 * @param pattern header of an item with {@code {item_id}} in it; null when there is none
 * @param byItem headers by item where there is no pattern
 * @param near headers that were only near the name of their item
 */
record ItemGuess(Optional<String> pattern, Map<String, String> byItem, Map<String, String> near) {

  static ItemGuess of(Collection<String> headers, Model model) {
    List<String> ids = model.scoredItems().stream().map(Model.Item::itemId).toList();
    Optional<String> pattern = pattern(headers, ids, "{item_id}");
    return pattern.isPresent()
        ? new ItemGuess(pattern, Map.of(), Map.of())
        : byName(headers, model);
  }

  /** Whether a header is one of an item's. */
  boolean holds(String header, Model model) {
    return byItem.containsValue(header)
        || model.scoredItems().stream()
            .anyMatch(
                item ->
                    pattern
                        .map(text -> text.replace("{item_id}", item.itemId()).equals(header))
                        .orElse(false));
  }

  /** The text around an id that most headers share. */
  static Optional<String> pattern(
      Collection<String> headers, Collection<String> ids, String placeholder) {
    Map<String, Long> votes =
        headers.stream()
            .flatMap(
                header ->
                    ids.stream()
                        .filter(header::contains)
                        .max(Comparator.comparingInt(String::length))
                        .map(id -> header.replace(id, placeholder))
                        .stream())
            .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() * 2 >= Math.min(ids.size(), headers.size()) / 2.0)
        .max(Map.Entry.<String, Long>comparingByValue())
        .map(Map.Entry::getKey);
  }

  private static ItemGuess byName(Collection<String> headers, Model model) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Model.Indicator indicator : model.indicators()) {
      names.put(Vocabulary.key(indicator.indicatorId()), indicator.indicatorId());
      names.put(Vocabulary.key(indicator.name().zh()), indicator.indicatorId());
      names.put(Vocabulary.key(indicator.name().en()), indicator.indicatorId());
    }
    Map<String, String> byItem = new TreeMap<>();
    Map<String, String> near = new TreeMap<>();
    if (!model.items().kind().equals("per_star")) {
      for (String header : headers) {
        String item = names.get(Vocabulary.key(header));
        if (item != null) {
          byItem.putIfAbsent(item, header);
        }
      }
      for (String header : headers) {
        String name = Nearest.to(Vocabulary.key(header), names.keySet());
        String item = name == null ? null : names.get(name);
        if (item != null && !byItem.containsKey(item) && !byItem.containsValue(header)) {
          byItem.put(item, header);
          near.put(item, header);
        }
      }
    }
    return new ItemGuess(Optional.empty(), byItem, near);
  }
}
