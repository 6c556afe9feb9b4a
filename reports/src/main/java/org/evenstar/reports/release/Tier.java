package org.evenstar.reports.release;

import java.util.Locale;

/** Who may read a dataset, from everyone to one institution alone. */
public enum Tier {
  PUBLIC,
  POLICY,
  ASSOCIATION,
  INSTITUTION;

  /** The folder of the release that holds the tier's datasets. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
