package org.evenstar.landing.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell means.
 *
 * @param text the meaning as text, null when absent
 * @param number the meaning as a number: millionths of a score, days of a date, a star
 * @param points millionths of the item's points, for scores
 * @param absence stated reason of absence, null when there is a value or nothing was said
 * @param found what was repaired or is wrong
 */
public record Decoded(
    @Nullable String text, long number, long points, @Nullable String absence, List<Found> found) {

  /** A blank cell. */
  public static final Decoded BLANK = new Decoded(null, 0, 0, null, List.of());

  public static Decoded text(String text, List<Found> found) {
    return new Decoded(text, 0, 0, null, List.copyOf(found));
  }

  public static Decoded number(long number, String text, List<Found> found) {
    return new Decoded(text, number, 0, null, List.copyOf(found));
  }

  public static Decoded score(long score, long points, List<Found> found) {
    return new Decoded("", score, points, null, List.copyOf(found));
  }

  public static Decoded absent(String absence) {
    return new Decoded(null, 0, 0, absence, List.of());
  }

  public static Decoded wrong(Found found) {
    return new Decoded(null, 0, 0, null, List.of(found));
  }

  /** Whether there is a value. */
  public boolean isPresent() {
    return text != null;
  }
}
