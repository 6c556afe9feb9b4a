package org.evenstar.reports.block;

import java.util.List;

/** A few large numbers in a row, each with what it rests on. */
public record Facts(List<Fact> facts) implements Block {
  public Facts {
    facts = List.copyOf(facts);
  }

  /**
   * One number.
   *
   * @param basis n, period, group, method and release
   */
  public record Fact(String value, String label, String basis) {}
}
