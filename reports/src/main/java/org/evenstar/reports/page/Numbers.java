package org.evenstar.reports.page;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.OptionalDouble;
import org.evenstar.reports.block.Cell;
import org.jspecify.annotations.Nullable;

/** Numbers of 0…1 as points of 100, the form people speak of scores in; and cells of numbers. */
final class Numbers {
  private Numbers() {}

  static OptionalDouble times100(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * 100) : value;
  }

  /** A difference in points of 100 without its sign. */
  static String absolute(Site site, OptionalDouble value) {
    return site.figures()
        .fixed(
            value.isPresent() ? OptionalDouble.of(Math.abs(value.getAsDouble() * 100)) : value, 1);
  }

  /** An interval in points of 100, its smaller magnitude first. */
  static String points(Site site, OptionalDouble lo, OptionalDouble hi) {
    if (lo.isEmpty() || hi.isEmpty()) {
      return site.figures().interval(lo, hi, 1);
    }
    double a = lo.getAsDouble() * 100;
    double b = hi.getAsDouble() * 100;
    boolean flip = a + b < 0;
    return site.figures()
        .interval(OptionalDouble.of(flip ? -b : a), OptionalDouble.of(flip ? -a : b), 1);
  }

  static Cell count(Site site, long value) {
    return Cell.number(site.figures().whole(value), OptionalDouble.of((double) value));
  }

  static Cell whole(Site site, OptionalDouble value) {
    return fixed(site, value, 0);
  }

  static Cell fixed(Site site, OptionalDouble value, int digits) {
    return Cell.number(site.figures().fixed(value, digits), value);
  }

  static Cell signed(Site site, OptionalDouble value, int digits) {
    return Cell.number(site.figures().signed(value, digits), value);
  }

  static Cell percent(Site site, OptionalDouble share) {
    return Cell.number(site.figures().percent(share, 1), share);
  }

  /** A probability or q-value; one too small for its four digits says so, because none is 0. */
  static Cell probability(Site site, OptionalDouble value) {
    boolean isTiny = value.isPresent() && value.getAsDouble() < 0.00005;
    return Cell.number(
        isTiny
            ? "<" + site.figures().fixed(OptionalDouble.of(0.0001), 4)
            : site.figures().fixed(value, 4),
        value);
  }

  static Cell interval(Site site, OptionalDouble lo, OptionalDouble hi, int digits) {
    return Cell.number(site.figures().interval(lo, hi, digits), lo);
  }

  /** Rounded so that a page carries no digits nobody sees. */
  static Object json(OptionalDouble value) {
    return value.isPresent() ? (Object) (Math.rint(value.getAsDouble() * 1e5) / 1e5) : Absent.NULL;
  }

  /** JSON null where maps allow none. */
  enum Absent {
    NULL;

    @JsonValue
    @Nullable Object json() {
      return null;
    }
  }
}
