package org.evenstar.disclosure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A relation while cells are still being collected: coefficients by key, the whole first. */
record KeyedRelation(Map<CellKey, Long> coefficients, Relation.Kind kind) {

  static KeyedRelation sum(CellKey whole, List<CellKey> parts) {
    Map<CellKey, Long> coefficients = new LinkedHashMap<>();
    coefficients.put(whole, 1L);
    parts.forEach(part -> coefficients.put(part, -1L));
    return new KeyedRelation(coefficients, Relation.Kind.SUM);
  }

  /** The same relation among renamed cells. */
  KeyedRelation renamed(Map<CellKey, CellKey> names) {
    Map<CellKey, Long> renamed = new LinkedHashMap<>();
    coefficients.forEach((key, value) -> renamed.put(names.getOrDefault(key, key), value));
    return new KeyedRelation(renamed, kind);
  }

  Relation at(Map<CellKey, Integer> positions) {
    int[] cells = coefficients.keySet().stream().mapToInt(positions::get).toArray();
    long[] values = coefficients.values().stream().mapToLong(Long::longValue).toArray();
    return new Relation(cells, values, kind);
  }

  static Set<Integer> positions(Collection<CellKey> keys, Map<CellKey, Integer> positions) {
    Set<Integer> set = new TreeSet<>();
    keys.forEach(key -> set.add(positions.get(key)));
    return set;
  }

  static Map<CellKey, Long> of(LinkedTables tables, Relation relation) {
    Map<CellKey, Long> coefficients = new LinkedHashMap<>();
    for (int i = 0; i < relation.cells().length; i++) {
      coefficients.put(tables.cell(relation.cells()[i]).key(), relation.coefficients()[i]);
    }
    return coefficients;
  }
}
