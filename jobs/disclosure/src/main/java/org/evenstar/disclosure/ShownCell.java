package org.evenstar.disclosure;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a release really shows of one cell, read back from its files.
 *
 * @param count the count, if shown
 * @param total mean × count in millionths, if a mean is shown
 * @param share share of the cell's whole on 0…1, if shown
 * @param statistics the kinds of numbers shown
 */
public record ShownCell(
    OptionalLong count, OptionalLong total, OptionalDouble share, Set<Statistic> statistics) {

  /** A withheld cell done right. */
  public static final ShownCell NOTHING =
      new ShownCell(OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty(), Set.of());

  public ShownCell {
    statistics = Set.copyOf(statistics);
  }

  /** A cell that is told, with these statistics. */
  public static ShownCell of(Cell cell, Set<Statistic> statistics) {
    return new ShownCell(
        OptionalLong.of(cell.count()),
        statistics.contains(Statistic.MEAN) ? cell.total() : OptionalLong.empty(),
        OptionalDouble.empty(),
        statistics);
  }

  /** This cell with a share of its whole. */
  public ShownCell withShare(double newShare) {
    return new ShownCell(count, total, OptionalDouble.of(newShare), statistics);
  }

  /** This cell with one more kind of number shown. */
  public ShownCell with(Statistic statistic) {
    Set<Statistic> more = EnumSet.of(statistic);
    more.addAll(statistics);
    return new ShownCell(count, total, share, more);
  }

  boolean isEmpty() {
    return count.isEmpty() && total.isEmpty() && share.isEmpty() && statistics.isEmpty();
  }

  Optional<Statistic> unexpected(Set<Statistic> allowed) {
    return statistics.stream().filter(s -> !allowed.contains(s)).sorted().findFirst();
  }
}
