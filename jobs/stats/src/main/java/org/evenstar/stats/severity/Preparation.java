package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What can take part in the estimation: extreme institutions say nothing; bodies and indicators
 * that are extreme on what is left have no finite estimate; bodies that share no institution with
 * another cannot be compared. Removing one may make another so, hence the repetition.
 */
final class Preparation {

  /** Adversarial data could need a pass for every body; Newton's bounds catch what is left. */
  private static final int MOST_PASSES = 50;

  private final SeverityData data;
  private final BitSet bodies = new BitSet();
  private final BitSet indicators = new BitSet();
  private final List<Extreme> extremes = new ArrayList<>();
  private UnionFind components;
  private long[] bodySum;
  private long[] bodyCount;
  private long[] itemSum;
  private long[] itemCount;
  private int informative;
  private int linked;
  private int informativeAtFirst;

  Preparation(SeverityData data) {
    this.data = data;
    bodies.set(0, data.bodies());
    indicators.set(0, data.indicators());
    boolean changed = true;
    for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
      count();
      informativeAtFirst = pass == 0 ? informative : informativeAtFirst;
      changed = dropExtremes() || dropUnlinked();
    }
  }

  /** Bodies that share an informative institution with another. */
  BitSet bodies() {
    return bodies;
  }

  /** Indicators with informative ratings that are not all extreme. */
  BitSet indicators() {
    return indicators;
  }

  List<Extreme> extremes() {
    return extremes;
  }

  /** Number of the component of a body: its lowest body. */
  int component(int body) {
    return components.find(body);
  }

  int informativeInstitutions() {
    return informative;
  }

  /** The same before any body or indicator was dropped. */
  int informativeAtFirst() {
    return informativeAtFirst;
  }

  int linkedInstitutions() {
    return linked;
  }

  private void count() {
    components = new UnionFind(data.bodies());
    bodySum = new long[data.bodies()];
    bodyCount = new long[data.bodies()];
    itemSum = new long[data.indicators()];
    itemCount = new long[data.indicators()];
    informative = 0;
    linked = 0;
    byte[] row = new byte[Math.max(1, data.indicators())];
    for (int institution = 0; institution < data.institutions(); institution++) {
      count(institution, row);
    }
  }

  private void count(int institution, byte[] row) {
    int n = 0;
    int total = 0;
    int firstBody = -1;
    boolean isLinked = false;
    int from = data.firstDossier(institution);
    int to = data.firstDossier(institution + 1);
    for (int d = from; d < to; d++) {
      int body = data.body(data.row(d));
      if (!bodies.get(body)) {
        continue;
      }
      data.copyRow(data.row(d), row);
      int before = n;
      for (int i = 0; i < data.indicators(); i++) {
        if (row[i] >= 0 && indicators.get(i)) {
          n++;
          total += row[i];
        }
      }
      if (n > before) {
        isLinked |= firstBody >= 0 && firstBody != body;
        firstBody = firstBody < 0 ? body : firstBody;
      }
    }
    if (n < 2 || total == 0 || total == n * (data.categories() - 1)) {
      return;
    }
    informative++;
    linked += isLinked ? 1 : 0;
    for (int d = from; d < to; d++) {
      int body = data.body(data.row(d));
      if (bodies.get(body)) {
        add(data.row(d), body, firstBody, isLinked, row);
      }
    }
  }

  private void add(int rowNumber, int body, int firstBody, boolean isLinked, byte[] row) {
    data.copyRow(rowNumber, row);
    for (int i = 0; i < data.indicators(); i++) {
      if (row[i] >= 0 && indicators.get(i)) {
        itemSum[i] += row[i];
        itemCount[i]++;
        if (isLinked) {
          bodySum[body] += row[i];
          bodyCount[body]++;
          components.join(firstBody, body);
        }
      }
    }
  }

  private boolean dropExtremes() {
    int before = extremes.size();
    drop(Extreme.Kind.BODY, bodies, bodySum, bodyCount);
    drop(Extreme.Kind.INDICATOR, indicators, itemSum, itemCount);
    return extremes.size() > before;
  }

  private void drop(Extreme.Kind kind, BitSet kept, long[] sum, long[] count) {
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      if (count[i] > 0 && (sum[i] == 0 || sum[i] == count[i] * (data.categories() - 1))) {
        extremes.add(new Extreme(kind, i, sum[i] > 0));
        kept.clear(i);
      }
    }
  }

  private boolean dropUnlinked() {
    boolean changed = false;
    for (int body = bodies.nextSetBit(0); body >= 0; body = bodies.nextSetBit(body + 1)) {
      if (bodyCount[body] == 0) {
        bodies.clear(body);
        changed = true;
      }
    }
    for (int i = indicators.nextSetBit(0); i >= 0; i = indicators.nextSetBit(i + 1)) {
      if (itemCount[i] == 0) {
        indicators.clear(i);
        changed = true;
      }
    }
    return changed;
  }
}
