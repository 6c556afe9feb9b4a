package org.evenstar.api;

import java.util.Locale;

/** Who may read a dataset, from everyone to one institution alone. */
public enum Tier {
  /** Everyone. */
  PUBLIC,
  /** Departments that make policy. */
  POLICY,
  /** The association that looks after the assessment bodies. */
  ASSOCIATION,
  /** One institution alone, of its own rows. */
  INSTITUTION;

  /** The folder of a release that holds the tier's datasets, also its schema name in SQL. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a reader of this tier may read datasets of {@code other}. */
  public boolean sees(Tier other) {
    return other.compareTo(this) <= 0;
  }
}
