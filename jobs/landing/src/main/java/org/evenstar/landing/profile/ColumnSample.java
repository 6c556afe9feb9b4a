package org.evenstar.landing.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.FieldDecoder;

/** A column's header and the texts of its first rows that are not blank. */
final class ColumnSample {
  private static final int KEPT = 2_000;

  final String header;
  final List<String> values = new ArrayList<>();
  int rows;

  ColumnSample(String header) {
    this.header = header;
  }

  void add(String value) {
    rows++;
    if (!value.isBlank() && values.size() < KEPT) {
      values.add(value);
    }
  }

  Set<String> distinct() {
    return new LinkedHashSet<>(values);
  }

  /** Share of the texts that a decoder understands without finding them wrong; 0 for none. */
  double understood(FieldDecoder decoder) {
    return share(
        value -> {
          Decoded decoded = decoder.decode(value);
          return decoded.isPresent() || decoded.absence() != null;
        });
  }

  double share(Predicate<String> condition) {
    return values.isEmpty()
        ? 0
        : (double) values.stream().filter(condition).count() / values.size();
  }

  /** Share of rows that hold anything. */
  double filled() {
    return rows == 0 ? 0 : Math.min(1, (double) values.size() / rows);
  }

  String example() {
    return values.isEmpty() ? "" : values.get(0);
  }
}
