package org.evenstar.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dossiers as JSON objects, scores as pairs under {@code s}: {@code {"i": item, "v": value}}. */
final class JsonDeliveries {
  private JsonDeliveries() {}

  /** A faultless dossier with a score for each of the items. */
  static String dossier(String number, String... items) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, String> cell : RunFolder.cells(number).entrySet()) {
      if (!cell.getKey().contains(".")) {
        members.add('"' + cell.getKey() + "\": \"" + cell.getValue() + '"');
      }
    }
    List<String> scores = new ArrayList<>();
    for (String item : items) {
      scores.add("{\"i\": \"" + item + "\", \"v\": \"部分满足\"}");
    }
    return "{" + String.join(", ", members) + ", \"s\": [" + String.join(", ", scores) + "]}";
  }
}
