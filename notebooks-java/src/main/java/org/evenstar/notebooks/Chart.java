package org.evenstar.notebooks;

/** A drawing that needs no script and no network. */
public interface Chart {

  /** The drawing as SVG, with a title for those who do not see it. */
  String svg();
}
