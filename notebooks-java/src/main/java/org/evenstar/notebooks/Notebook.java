package org.evenstar.notebooks;

import java.io.IOException;

/**
 * One worked example. Lines {@code // %% [markdown]} and {@code // %%} in its source begin a cell
 * of text or of code; {@code docs/decisions/0004-notebooks-from-java.md} says why.
 */
public interface Notebook {

  /** Runs the example from first cell to last. */
  void run(Page page) throws IOException;
}
