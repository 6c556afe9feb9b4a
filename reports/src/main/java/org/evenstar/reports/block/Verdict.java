package org.evenstar.reports.block;

import java.util.List;

/**
 * The answer to a page's question, on its first screen.
 *
 * @param question what the reader came with
 * @param answer one short sentence
 * @param detail what stands behind it, in one more sentence; may be empty
 * @param certainty how sure it is, and what it rests on
 * @param tallies counts that make the answer up
 * @param first what to look at first
 */
public record Verdict(
    String question,
    String answer,
    String detail,
    String certainty,
    List<Tally> tallies,
    String firstTitle,
    List<Notes.Note> first)
    implements Block {
  public Verdict {
    tallies = List.copyOf(tallies);
    first = List.copyOf(first);
  }

  /** Counts of one thing by answer. */
  public record Tally(String title, List<Count> counts) {
    public Tally {
      counts = List.copyOf(counts);
    }
  }

  /**
   * How many have one answer.
   *
   * @param tone class of its mark: {@code same}, {@code different}, {@code unknown}, {@code alert},
   *     {@code watch}, {@code info}
   * @param mark the shape that tells it apart without colour
   */
  public record Count(String tone, String mark, String value, String label) {}
}
