package org.evenstar.pipeline.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.stats.severity.SeverityData;
import org.evenstar.stats.severity.SeverityDataBuilder;

/**
 * The linked scores as ratings for the severity model. Categories are the distinct scores in order;
 * where there are more than ten, four bands between the model's four words.
 */
final class LinkedScores {
  private static final int MOST_CATEGORIES = 10;
  private static final long[] BANDS = {250_000, 650_000, 900_000};

  private final Engine engine;
  private final List<String> bodies = new ArrayList<>();
  private final Map<String, Integer> bodyNumbers = new HashMap<>();
  private int[] domainOf = new int[0];
  private long dossiers;

  LinkedScores(Engine engine, List<String> bodyIds) {
    this.engine = engine;
    for (String body : bodyIds) {
      bodyNumbers.put(body, bodies.size());
      bodies.add(body);
    }
  }

  /** Reads the ratings, in the order of links, dossiers and items. */
  SeverityData read(int items) {
    long[] categories = categories();
    domainOf = new int[items];
    SeverityDataBuilder builder =
        SeverityData.builder().sizes(0, bodies.size(), items, categories.length);
    try (Rows rows =
        engine.query(
            "select link_id, row_key, body_id, item_no, domain_no, score_micro from linked_score"
                + " order by link_id, row_key, item_no")) {
      String link = "";
      int institution = -1;
      long dossier = -1;
      while (rows.next()) {
        String id = Objects.requireNonNull(rows.textAt(0));
        if (!id.equals(link)) {
          link = id;
          institution++;
        }
        if (rows.longAt(1) != dossier) {
          dossier = rows.longAt(1);
          dossiers++;
        }
        int item = Math.toIntExact(rows.longAt(3));
        domainOf[item] = Math.toIntExact(rows.longAt(4));
        int body = Objects.requireNonNull(bodyNumbers.get(rows.textAt(2)));
        builder.add(institution, body, item, category(categories, rows.longAt(5)));
      }
    }
    return builder.build();
  }

  private long[] categories() {
    TreeSet<Long> distinct = new TreeSet<>();
    try (Rows rows =
        engine.query("select distinct score_micro from linked_score order by score_micro")) {
      while (rows.next()) {
        distinct.add(rows.longAt(0));
      }
    }
    if (distinct.size() > MOST_CATEGORIES) {
      return new long[] {0, BANDS[0], BANDS[1], BANDS[2]};
    }
    return distinct.stream().mapToLong(Long::longValue).toArray();
  }

  private static int category(long[] lowerEnds, long score) {
    int place = Arrays.binarySearch(lowerEnds, score);
    return place >= 0 ? place : Math.max(0, -place - 2);
  }

  List<String> bodies() {
    return bodies;
  }

  int[] domainOf() {
    return domainOf;
  }

  long dossiers() {
    return dossiers;
  }
}
