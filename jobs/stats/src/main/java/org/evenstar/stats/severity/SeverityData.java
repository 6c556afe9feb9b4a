package org.evenstar.stats.severity;

/**
 * Ratings of institutions by bodies on indicators, one byte a rating: dossiers grouped by
 * institution, an absent rating simply absent.
 *
 * <p>An institution may have any number of dossiers, from one body too. Bodies, institutions and
 * indicators are numbered from 0 by the caller; categories run from 0 (lowest) to {@code
 * categories() - 1}.
 */
public final class SeverityData {

  static final byte ABSENT = -1;

  private final RatingRows rows;
  private final int bodies;
  private final int indicators;
  private final int categories;
  private final int[] rowBody;
  private final int[] rowOrder;
  private final int[] institutionStart;
  private final long ratings;

  SeverityData(
      RatingRows rows,
      int bodies,
      int indicators,
      int categories,
      int[] rowBody,
      int[] rowOrder,
      int[] institutionStart,
      long ratings) {
    this.rows = rows;
    this.bodies = bodies;
    this.indicators = indicators;
    this.categories = categories;
    this.rowBody = rowBody;
    this.rowOrder = rowOrder;
    this.institutionStart = institutionStart;
    this.ratings = ratings;
  }

  /** An empty builder. */
  public static SeverityDataBuilder builder() {
    return new SeverityDataBuilder();
  }

  /**
   * Ratings in long form, in any order.
   *
   * @param institution index of the institution of each rating
   * @param body index of its body
   * @param indicator index of its indicator
   * @param category the category given, from 0; negative where absent
   */
  public static SeverityData of(int[] institution, int[] body, int[] indicator, int[] category) {
    SeverityDataBuilder builder = builder();
    for (int rating = 0; rating < category.length; rating++) {
      if (category[rating] >= 0) {
        builder.add(institution[rating], body[rating], indicator[rating], category[rating]);
      }
    }
    return builder.build();
  }

  /** Number of institutions, those without a rating included. */
  public int institutions() {
    return institutionStart.length - 1;
  }

  /** Number of bodies. */
  public int bodies() {
    return bodies;
  }

  /** Number of indicators. */
  public int indicators() {
    return indicators;
  }

  /** Number of categories of the scale, the lowest being 0. */
  public int categories() {
    return categories;
  }

  /** Number of ratings. */
  public long ratings() {
    return ratings;
  }

  /** Number of dossiers. */
  public int dossiers() {
    return rowOrder.length;
  }

  int firstDossier(int institution) {
    return institutionStart[institution];
  }

  int row(int dossier) {
    return rowOrder[dossier];
  }

  int body(int row) {
    return rowBody[row];
  }

  byte category(int row, int indicator) {
    return rows.get(row, indicator);
  }

  void copyRow(int row, byte[] target) {
    rows.copy(row, target, indicators);
  }
}
