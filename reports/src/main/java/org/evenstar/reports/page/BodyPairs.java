package org.evenstar.reports.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Row;

/** Whether two bodies mean the same, for every pair of the release. */
final class BodyPairs {
  /** The answer for one pair; positive differences say that the second body is stricter. */
  record Pair(
      String bodyA,
      String bodyB,
      Answer answer,
      OptionalDouble difference,
      OptionalDouble lo,
      OptionalDouble hi,
      long linked) {}

  /** What can be said of a pair. */
  enum Answer {
    SAME("same", "="),
    DIFFERENT("different", "≠"),
    TOO_LITTLE_DATA("unknown", "?"),
    NOT_IDENTIFIED("unknown", "∅");

    private final String tone;
    private final String mark;

    Answer(String tone, String mark) {
      this.tone = tone;
      this.mark = mark;
    }

    String tone() {
      return tone;
    }

    /** The shape that stands for the answer without colour. */
    String mark() {
      return mark;
    }

    private static Answer of(String text) {
      for (Answer answer : values()) {
        if (answer.name().equals(text)) {
          return answer;
        }
      }
      return NOT_IDENTIFIED;
    }
  }

  private final List<Pair> pairs;
  private final Map<String, Pair> byKey = new HashMap<>();
  private final OptionalDouble margin;

  private BodyPairs(List<Pair> pairs, OptionalDouble margin) {
    this.pairs = pairs;
    this.margin = margin;
    pairs.forEach(pair -> byKey.put(pair.bodyA + "\t" + pair.bodyB, pair));
  }

  static BodyPairs read(Release release) {
    List<Row> rows = release.rows("severity_pair");
    List<Pair> pairs =
        rows.stream()
            .map(
                row ->
                    new Pair(
                        row.text("body_a"),
                        row.text("body_b"),
                        Answer.of(row.text("answer")),
                        row.number("difference"),
                        row.number("lo"),
                        row.number("hi"),
                        row.count("n_linked")))
            .toList();
    OptionalDouble margin = rows.isEmpty() ? OptionalDouble.empty() : rows.get(0).number("margin");
    return new BodyPairs(pairs, margin);
  }

  List<Pair> all() {
    return pairs;
  }

  /** Largest difference that still counts as the same, on 0…1. */
  OptionalDouble margin() {
    return margin;
  }

  long count(Answer answer) {
    return pairs.stream().filter(pair -> pair.answer == answer).count();
  }

  /** Pairs of which nothing can be said. */
  long untold() {
    return count(Answer.TOO_LITTLE_DATA) + count(Answer.NOT_IDENTIFIED);
  }

  /**
   * The pair in either order, seen from the first: a positive difference says {@code b} is
   * stricter.
   */
  Optional<Pair> between(String a, String b) {
    Pair straight = byKey.get(a + "\t" + b);
    if (straight != null) {
      return Optional.of(straight);
    }
    return Optional.ofNullable(byKey.get(b + "\t" + a))
        .map(
            pair ->
                new Pair(
                    a,
                    b,
                    pair.answer,
                    negated(pair.difference),
                    negated(pair.hi),
                    negated(pair.lo),
                    pair.linked));
  }

  /** The pair that differs most among those told apart. */
  Optional<Pair> widest() {
    return pairs.stream()
        .filter(pair -> pair.answer == Answer.DIFFERENT && pair.difference.isPresent())
        .max(
            Comparator.comparingDouble((Pair pair) -> Math.abs(pair.difference.getAsDouble()))
                .thenComparing(Pair::bodyA, Comparator.reverseOrder())
                .thenComparing(Pair::bodyB, Comparator.reverseOrder()));
  }

  private static OptionalDouble negated(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
  }
}
