package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a reader knows before combining anything, and what is wrong with that already. */
final class Knowledge {

  private final Published published;
  private final LinkedTables tables;
  private final boolean[] countKnown;
  private final boolean[] totalKnown;
  private final boolean[] target;
  private final boolean[] confidential;
  private final List<Finding> findings = new ArrayList<>();

  Knowledge(Published published) {
    this.published = published;
    this.tables = published.tables();
    int size = tables.size();
    countKnown = new boolean[size];
    totalKnown = new boolean[size];
    target = new boolean[size];
    confidential = new boolean[size];
    for (int i = 0; i < size; i++) {
      read(i);
    }
    for (int i = 0; i < size; i++) {
      multiplyShare(i);
    }
  }

  boolean isCountKnown(int cell) {
    return countKnown[cell];
  }

  boolean isTotalKnown(int cell) {
    return totalKnown[cell];
  }

  /** Whether the reader is not meant to know the cell. */
  boolean isTarget(int cell) {
    return target[cell];
  }

  boolean isConfidential(int cell) {
    return confidential[cell];
  }

  List<Finding> findings() {
    return findings;
  }

  private void read(int i) {
    Cell cell = tables.cell(i);
    ShownCell shown = published.shown(cell.key());
    boolean before = tables.isKnown(i);
    countKnown[i] = before || shown.count().isPresent();
    totalKnown[i] = before ? cell.total().isPresent() : shown.total().isPresent();
    Optional<Reason> reason = reason(i, cell);
    confidential[i] = reason.isPresent() || (tables.wasConfidential(i) && !before);
    target[i] = !before && (confidential[i] || (cell.isShown() && shown.count().isEmpty()));
    if (!cell.isShown()) {
      return;
    }
    if (reason.isPresent() && countKnown[i]) {
      add(i, Finding.Kind.TOLD);
    } else if (shown.count().isEmpty() && !shown.isEmpty() && shown.share().isEmpty()) {
      add(i, Finding.Kind.LEFT_OVER);
    } else if (shown.count().isPresent()) {
      Set<Statistic> allowed = published.rules().statistics(cell);
      if (shown.unexpected(allowed).isPresent()) {
        add(i, Finding.Kind.STATISTIC_TOO_FINE);
      }
    }
  }

  private Optional<Reason> reason(int i, Cell cell) {
    if (tables.isChange(i)) {
      return cell.owners().n() < published.rules().minN()
          ? Optional.of(Reason.DIFFERENCING)
          : Optional.empty();
    }
    if (!cell.isShown() && cell.owners().n() == 0) {
      return Optional.empty();
    }
    int whole = tables.wholeOfQuality(i);
    boolean isClass =
        whole >= 0 && published.rules().isClass(cell.count(), tables.cell(whole).count());
    return isClass ? Optional.of(Reason.CLASS_DISCLOSURE) : published.rules().primary(cell);
  }

  private void multiplyShare(int i) {
    Cell cell = tables.cell(i);
    int whole = tables.wholeOfQuality(i);
    if (countKnown[i] || whole < 0 || published.shown(cell.key()).share().isEmpty()) {
      return;
    }
    if (countKnown[whole]) {
      countKnown[i] = true;
      double count = published.shown(cell.key()).share().getAsDouble() * tables.cell(whole).count();
      findings.add(
          new Finding(
              cell.key(),
              Finding.Kind.SHARE_TIMES_N,
              Math.rint(count),
              Math.rint(count),
              List.of(new Finding.Term(1, tables.cell(whole).key()))));
    } else {
      add(i, Finding.Kind.LEFT_OVER);
    }
  }

  private void add(int i, Finding.Kind kind) {
    long count = tables.cell(i).count();
    findings.add(new Finding(tables.cell(i).key(), kind, count, count, List.of()));
  }
}
