package org.evenstar.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Population;
import org.evenstar.sample.population.Purpose;

/**
 * Which institutions play a special part. Few do, so the plan fits into memory at any size.
 * Institutions are numbered from 0; anchor cases, copies and messes take the numbers above.
 */
final class Plan {
  /** A dossier whose scores are another's. */
  record Copy(long number, long of) {}

  private final long seed;
  private final long institutions;
  private final Population population;
  private final Set<Long> taken = new HashSet<>();
  private final int anchors;
  private final List<Long> revisions;
  private final List<Long> withdrawals;
  private final Map<Long, Integer> mismatches = new HashMap<>();
  private final List<Copy> copies = new ArrayList<>();
  private final Schedule schedule;

  Plan(SampleOptions options, Population population, Schedule schedule, Clientele copyingBody) {
    this.seed = options.seed();
    this.institutions = options.institutions();
    this.population = population;
    this.schedule = schedule;
    this.anchors = within(institutions / 25, 12, 120);
    boolean hasFaults = options.hasFaults();
    // A planted part is played by one institution alone, so that no truth overlays another.
    List<Long> originals =
        hasFaults
            ? choose(1, within(institutions / 500, 2, 20), n -> population.bodyOf(n) == copyingBody)
            : List.of();
    for (long original : originals) {
      copies.add(new Copy(firstCopy() + copies.size(), original));
      copies.add(new Copy(firstCopy() + copies.size(), original));
    }
    for (long number :
        hasFaults ? choose(2, within(institutions / 100, 6, 400), n -> true) : List.<Long>of()) {
      mismatches.put(number, mismatches.size());
    }
    this.revisions = choose(3, within(institutions / 50, 4, 1000), n -> true);
    this.withdrawals = choose(4, within(institutions / 100, 3, 400), n -> true);
  }

  private static int within(long value, int least, int most) {
    return (int) Math.max(least, Math.min(most, value));
  }

  /** Distinct ordinary institutions without another part, in order of their numbers. */
  private List<Long> choose(int part, int count, LongPredicate suits) {
    List<Long> chosen = new ArrayList<>();
    for (long draw = 0; chosen.size() < count && draw < 1000L + 200L * count; draw++) {
      long hash = Draws.hash(seed, Purpose.PART, part * 1_000_000L + draw);
      long number = (hash >>> 1) % institutions;
      if (suits.test(number) && !population.isDoubleScored(number) && taken.add(number)) {
        chosen.add(number);
      }
    }
    chosen.sort(Comparator.naturalOrder());
    return chosen;
  }

  int anchors() {
    return anchors;
  }

  long firstAnchor() {
    return institutions;
  }

  private long firstCopy() {
    return institutions + anchors;
  }

  /** The first number that no institution has yet. */
  long firstExtra() {
    return firstCopy() + copies.size();
  }

  /** Whether the star awarded is to differ from the one that the scores give. */
  boolean isMismatch(long number) {
    return mismatches.containsKey(number);
  }

  /** Whether a mismatch is to go upwards where it can. */
  boolean isMismatchUpwards(long number) {
    return mismatches.getOrDefault(number, 0) % 3 != 2;
  }

  /** Institutions whose second revision a body delivers in a month. */
  List<Long> revisions(Clientele body, int month) {
    return laterIn(revisions, body, month);
  }

  /** Institutions whose withdrawal a body delivers in a month. */
  List<Long> withdrawals(Clientele body, int month) {
    return laterIn(withdrawals, body, month);
  }

  private List<Long> laterIn(List<Long> numbers, Clientele body, int month) {
    return numbers.stream()
        .filter(n -> population.bodyOf(n) == body && schedule.laterThan(n, body) == month)
        .toList();
  }

  /** Copies that a body delivers in a month. */
  List<Copy> copies(Clientele body, int month) {
    return copies.stream()
        .filter(c -> population.bodyOf(c.of()) == body)
        .filter(c -> schedule.deliveredIn(c.of(), body) == month)
        .toList();
  }
}
