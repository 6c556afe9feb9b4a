package org.evenstar.sample.score;

import java.util.Arrays;

/** The categories of one dossier, one an item, unchanging. */
public final class ScoreVector {
  private final byte[] categories;

  /** Copies the categories. */
  public ScoreVector(byte[] categories) {
    this.categories = categories.clone();
  }

  /** Number of items. */
  public int size() {
    return categories.length;
  }

  /** The {@link Category} of an item. */
  public byte category(int item) {
    return categories[item];
  }

  /** A copy to work on. */
  public byte[] toArray() {
    return categories.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreVector vector && Arrays.equals(categories, vector.categories);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(categories);
  }
}
