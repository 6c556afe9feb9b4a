package org.evenstar.stats.severity;

import java.util.List;
import org.evenstar.stats.ReferenceCase;

/** Reads a wide reference case: one row a dossier, indicators in the columns whose name has I. */
final class WideCase {

  private WideCase() {}

  static SeverityData read(String name) {
    return read(name, "input.csv");
  }

  /** Institutions and bodies keep their numbers, less one. */
  static SeverityData read(String name, String file) {
    List<List<String>> rows = new ReferenceCase(name).rows(file);
    List<String> header = rows.get(0);
    SeverityDataBuilder builder = SeverityData.builder();
    for (List<String> row : rows.subList(1, rows.size())) {
      int institution = Integer.parseInt(row.get(header.indexOf("institution"))) - 1;
      int body = Integer.parseInt(row.get(header.indexOf("body"))) - 1;
      for (int column = 0; column < header.size(); column++) {
        if (header.get(column).matches("I\\d+") && !row.get(column).isEmpty()) {
          int indicator = Integer.parseInt(header.get(column).substring(1)) - 1;
          builder.add(institution, body, indicator, Integer.parseInt(row.get(column)));
        }
      }
    }
    return builder.build();
  }
}
