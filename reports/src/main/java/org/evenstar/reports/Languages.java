package org.evenstar.reports;

import java.util.List;

/** The languages every page is written in. */
public final class Languages {
  /** In the order of the language switch. */
  public static final List<String> ALL = List.of("zh", "en");

  private Languages() {}
}
