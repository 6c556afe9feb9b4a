package org.evenstar.disclosure;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table to be made: every combination of these codes. A dimension not named is at its total.
 *
 * @param id the table's name
 * @param codes the codes of each dimension, total included where it is shown
 */
public record TableSpec(String id, Map<String, Set<String>> codes) {

  public TableSpec {
    Map<String, Set<String>> copy = new TreeMap<>();
    codes.forEach((dimension, of) -> copy.put(dimension, new TreeSet<>(of)));
    codes = copy;
  }
}
