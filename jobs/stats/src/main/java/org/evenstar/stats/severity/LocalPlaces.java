package org.evenstar.stats.severity;

import java.util.Arrays;

/** The parameters one pattern touches, numbered densely, so that small patterns cost little. */
final class LocalPlaces {

  private final Layout layout;
  private final int indicators;
  private final int[] localOf;
  private int[] global = new int[16];
  private int size;
  int[] body = new int[0];
  int[] item = new int[0];
  int[] threshold = new int[0];

  LocalPlaces(Layout layout, int indicators) {
    this.layout = layout;
    this.indicators = indicators;
    this.localOf = new int[layout.size()];
    Arrays.fill(localOf, -1);
  }

  int size() {
    return size;
  }

  int global(int local) {
    return global[local];
  }

  void of(int[] cells, int length) {
    for (int local = 0; local < size; local++) {
      localOf[global[local]] = -1;
    }
    size = 0;
    if (body.length < length) {
      body = new int[length];
      item = new int[length];
      threshold = new int[length];
    }
    for (int j = 0; j < length; j++) {
      int indicator = cells[j] % indicators;
      body[j] = local(layout.slot(cells[j] / indicators));
      item[j] = local(layout.item(indicator));
      int first = layout.threshold(indicator);
      threshold[j] = local(first);
      for (int t = 1; first >= 0 && t < layout.steps(); t++) {
        local(first + t);
      }
    }
  }

  private int local(int place) {
    if (place < 0) {
      return -1;
    }
    if (localOf[place] < 0) {
      if (size == global.length) {
        global = Arrays.copyOf(global, 2 * size);
      }
      global[size] = place;
      localOf[place] = size++;
    }
    return localOf[place];
  }
}
