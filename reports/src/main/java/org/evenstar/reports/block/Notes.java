package org.evenstar.reports.block;

import java.util.List;

/** A list of short sentences, each with an optional link. */
public record Notes(List<Note> notes) implements Block {
  public Notes {
    notes = List.copyOf(notes);
  }

  /**
   * One sentence.
   *
   * @param tone how it is marked: {@code alert}, {@code watch}, {@code info} or {@code plain}
   * @param tag a word in front of it; may be empty
   * @param href where it leads; may be empty
   */
  public record Note(String tone, String tag, String text, String href) {}
}
