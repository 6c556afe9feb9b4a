package org.evenstar.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of a table's columns and where each stands. */
record Columns(List<String> names, Map<String, Integer> places) {

  static Columns of(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
    return new Columns(List.copyOf(names), Map.copyOf(places));
  }

  int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          "Cannot find column '" + name + "': known are " + names + "; choose one");
    }
    return place;
  }
}
