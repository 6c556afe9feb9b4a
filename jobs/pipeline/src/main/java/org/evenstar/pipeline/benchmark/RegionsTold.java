package org.evenstar.pipeline.benchmark;

import org.evenstar.pipeline.disclose.Told;

/** Which regions' figures at the day of the run are told: those whose benchmark cells are. */
final class RegionsTold {
  private final CellKeys keys;
  private final Told told;
  private final long stock;

  RegionsTold(CellKeys keys, Told told) {
    this.keys = keys;
    this.told = told;
    this.stock = stock(keys);
  }

  private static long stock(CellKeys keys) {
    for (int period = 0; period < keys.periods(); period++) {
      if (keys.cell(period).periodKind().equals("all")) {
        return period;
      }
    }
    return -1;
  }

  /** Without a benchmark of what holds at the day of the run, nothing is told of it. */
  boolean isTold(long regionPart, long measureNo) {
    return stock >= 0
        && told.isTold(regionPart + stock, regionPart + measureNo * keys.measureAddend() + stock);
  }
}
