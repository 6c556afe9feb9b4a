package org.evenstar.landing;

import java.util.List;
import org.evenstar.landing.decode.Found;

/** A file cannot land at all; none of its rows counts as read. */
final class FileStopped extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<LandedRow.Located> problems;

  FileStopped(String column, Found found) {
    this(List.of(new LandedRow.Located(column, found)));
  }

  FileStopped(List<LandedRow.Located> problems) {
    super(problems.get(0).found().reasonCode());
    this.problems = List.copyOf(problems);
  }

  List<LandedRow.Located> problems() {
    return problems;
  }
}
