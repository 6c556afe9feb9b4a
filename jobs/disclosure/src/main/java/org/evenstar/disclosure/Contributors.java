package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who stands behind a cell: how many distinct parties, and the largest of them with what each holds
 * (institutions, dossiers or an amount), largest first. With {@code n} up to the list's length the
 * list is complete; five entries are enough for every rule here.
 */
public record Contributors(int n, List<Holding> largest) {

  /** Nobody. */
  public static final Contributors NONE = new Contributors(0, List.of());

  private static final int KEPT = 5;
  private static final Comparator<Holding> LARGEST_FIRST =
      Comparator.comparingLong(Holding::amount).reversed().thenComparing(Holding::party);

  /** One party's part of a cell; the id is compared, never published. */
  public record Holding(String party, long amount) {}

  public Contributors {
    largest = List.copyOf(largest);
    if (n < 0 || largest.size() > n) {
      throw new IllegalArgumentException(
          "Cannot count contributors '%d': %d are named; give n of at least that"
              .formatted(n, largest.size()));
    }
  }

  /** Contributors known by number only: the dominance rules cannot be tried on them. */
  public static Contributors counted(int n) {
    return new Contributors(n, List.of());
  }

  /** The contributors of these amounts by party. */
  public static Contributors of(Map<String, Long> amounts) {
    List<Holding> holdings = new ArrayList<>(amounts.size());
    amounts.forEach((party, amount) -> holdings.add(new Holding(party, amount)));
    holdings.sort(LARGEST_FIRST);
    return new Contributors(holdings.size(), holdings.subList(0, Math.min(KEPT, holdings.size())));
  }

  /** Whether every contributor is named. */
  public boolean isComplete() {
    return largest.size() == n;
  }

  /** What the largest hold, without their names. */
  List<Long> amounts() {
    return largest.stream().map(Holding::amount).toList();
  }

  /** What the largest {@code k} hold together. */
  public long heldByLargest(int k) {
    return largest.stream().limit(k).mapToLong(Holding::amount).sum();
  }
}
