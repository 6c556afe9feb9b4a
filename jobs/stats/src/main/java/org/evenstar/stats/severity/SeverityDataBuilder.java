package org.evenstar.stats.severity;

import java.util.Arrays;

/**
 * Collects ratings in any order; memory grows with dossiers, not with the order of rows.
 *
 * <p>A second rating of one institution by one body on one indicator opens a second dossier.
 */
public final class SeverityDataBuilder {

  private static final int MOST_CATEGORIES = 100;

  private final RatingRows rows = new RatingRows();
  private final LongIntMap rowOfPair = new LongIntMap();
  private int[] rowInstitution = new int[16];
  private int[] rowBody = new int[16];
  private int institutions;
  private int bodies;
  private int indicators;
  private int categories;
  private long ratings;
  private int lastRow = -1;

  SeverityDataBuilder() {}

  /** Says how many institutions, bodies, indicators and categories there are at least. */
  public SeverityDataBuilder sizes(int institutions, int bodies, int indicators, int categories) {
    this.institutions = Math.max(this.institutions, institutions);
    this.bodies = Math.max(this.bodies, bodies);
    this.indicators = Math.max(this.indicators, indicators);
    this.categories = Math.max(this.categories, categories);
    rows.ensureStride(this.indicators);
    return this;
  }

  /** Adds one rating. */
  public SeverityDataBuilder add(int institution, int body, int indicator, int category) {
    checkCategory(category);
    sizes(institution + 1, body + 1, indicator + 1, category + 1);
    int row = lastRow;
    if (row < 0 || rowInstitution[row] != institution || rowBody[row] != body) {
      row = rowOfPair.get(((long) institution << 32) | body);
    }
    if (row < 0 || rows.get(row, indicator) != SeverityData.ABSENT) {
      row = open(institution, body);
      rowOfPair.put(((long) institution << 32) | body, row);
    }
    rows.set(row, indicator, (byte) category);
    ratings++;
    lastRow = row;
    return this;
  }

  /**
   * Adds one dossier.
   *
   * @param categoriesGiven the category of each indicator; -1 where absent
   */
  public SeverityDataBuilder addDossier(int institution, int body, byte[] categoriesGiven) {
    sizes(institution + 1, body + 1, categoriesGiven.length, 0);
    int row = open(institution, body);
    for (int indicator = 0; indicator < categoriesGiven.length; indicator++) {
      byte category = categoriesGiven[indicator];
      if (category >= 0) {
        checkCategory(category);
        categories = Math.max(categories, category + 1);
        rows.set(row, indicator, category);
        ratings++;
      }
    }
    return this;
  }

  /**
   * Replaces every category, where it was only numbered in order of first sight.
   *
   * @param category the category of each number
   */
  public SeverityDataBuilder recode(int[] category) {
    byte[] codes = new byte[category.length];
    categories = 0;
    for (int code = 0; code < codes.length; code++) {
      checkCategory(category[code]);
      codes[code] = (byte) category[code];
      categories = Math.max(categories, category[code] + 1);
    }
    rows.recode(codes);
    return this;
  }

  /**
   * Gives bodies other numbers; nothing may be added afterwards.
   *
   * @param number the new number of each body, a permutation
   */
  public SeverityDataBuilder renumberBodies(int[] number) {
    for (int row = 0; row < rows.size(); row++) {
      rowBody[row] = number[rowBody[row]];
    }
    return this;
  }

  /** The data so far; the builder must not be used again. */
  public SeverityData build() {
    int[] start = new int[institutions + 1];
    int size = rows.size();
    for (int row = 0; row < size; row++) {
      start[rowInstitution[row] + 1]++;
    }
    for (int institution = 0; institution < institutions; institution++) {
      start[institution + 1] += start[institution];
    }
    int[] order = new int[size];
    int[] next = start.clone();
    for (int row = 0; row < size; row++) {
      order[next[rowInstitution[row]]++] = row;
    }
    return new SeverityData(
        rows, bodies, indicators, categories, Arrays.copyOf(rowBody, size), order, start, ratings);
  }

  private int open(int institution, int body) {
    int row = rows.append();
    if (row == rowBody.length) {
      int larger = row + (row >> 1);
      rowInstitution = Arrays.copyOf(rowInstitution, larger);
      rowBody = Arrays.copyOf(rowBody, larger);
    }
    rowInstitution[row] = institution;
    rowBody[row] = body;
    return row;
  }

  private static void checkCategory(int category) {
    if (category < 0 || category >= MOST_CATEGORIES) {
      throw new IllegalArgumentException(
          "Cannot add rating '%d': categories run from 0 to %d; number the points of the scale from 0"
              .formatted(category, MOST_CATEGORIES - 1));
    }
  }
}
