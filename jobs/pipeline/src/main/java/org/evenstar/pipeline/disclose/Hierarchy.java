package org.evenstar.pipeline.disclose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.disclosure.Dimension;

/**
 * The codes of one dimension as sets of its finest parts, and how they add up. Where a kind of code
 * leaves a part of another out, or codes overlap (rolling years), hidden codes are added, so that
 * every difference a reader can form has a name.
 */
final class Hierarchy {
  private static final String HIDDEN = "~";

  private final List<String> kinds = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<BitSet> leaves = new ArrayList<>();
  private final int shown;
  private final List<Dimension.Split> splits = new ArrayList<>();

  /**
   * @param kinds kind of each code, such as a level or a kind of period
   * @param names of each code
   * @param leaves finest parts of each code
   */
  Hierarchy(List<String> kinds, List<String> names, List<BitSet> leaves) {
    this.kinds.addAll(kinds);
    this.names.addAll(names);
    this.leaves.addAll(leaves);
    this.shown = names.size();
    addSplits();
    if (hasOverlap()) {
      addAtoms();
    }
  }

  /** The kinds' partitions of each other: nation by provinces, province by prefectures. */
  private void addSplits() {
    List<String> distinct = kinds.stream().distinct().toList();
    for (int parent = 0; parent < shown; parent++) {
      for (String kind : distinct) {
        if (!kind.equals(kinds.get(parent))) {
          split(parent, kind);
        }
      }
    }
  }

  private void split(int parent, String kind) {
    BitSet rest = (BitSet) leaves.get(parent).clone();
    List<String> children = new ArrayList<>();
    for (int child = 0; child < shown; child++) {
      BitSet part = leaves.get(child);
      if (!kinds.get(child).equals(kind) || part.isEmpty() || !isIn(part, leaves.get(parent))) {
        continue;
      }
      if (!isIn(part, rest)) {
        return; // children overlap: their parts are told apart as atoms
      }
      rest.andNot(part);
      children.add(names.get(child));
      if (part.equals(leaves.get(parent)) && child < parent) {
        return; // the same cells: tied once
      }
    }
    if (children.isEmpty()) {
      return;
    }
    if (!rest.isEmpty()) {
      children.add(named(rest));
    }
    splits.add(new Dimension.Split(names.get(parent), children));
  }

  private boolean hasOverlap() {
    for (int a = 0; a < shown; a++) {
      for (int b = a + 1; b < shown; b++) {
        if (leaves.get(a).intersects(leaves.get(b))
            && !isIn(leaves.get(a), leaves.get(b))
            && !isIn(leaves.get(b), leaves.get(a))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Every code as the sum of the parts that no code tells apart. */
  private void addAtoms() {
    int known = names.size();
    int size = leaves.stream().mapToInt(BitSet::length).max().orElse(0);
    Map<BitSet, BitSet> atoms = new LinkedHashMap<>();
    for (int leaf = 0; leaf < size; leaf++) {
      BitSet members = new BitSet();
      for (int code = 0; code < known; code++) {
        members.set(code, leaves.get(code).get(leaf));
      }
      if (!members.isEmpty()) {
        atoms.computeIfAbsent(members, m -> new BitSet()).set(leaf);
      }
    }
    for (int code = 0; code < known; code++) {
      List<String> parts = new ArrayList<>();
      for (Map.Entry<BitSet, BitSet> atom : atoms.entrySet()) {
        if (atom.getKey().get(code)) {
          parts.add(named(atom.getValue()));
        }
      }
      if (parts.size() > 1) {
        splits.add(new Dimension.Split(names.get(code), parts));
      }
    }
  }

  /** The first code that is this set, a hidden one where there is none. */
  private String named(BitSet set) {
    int known = leaves.indexOf(set);
    if (known >= 0) {
      return names.get(known);
    }
    kinds.add(HIDDEN);
    names.add(HIDDEN + (names.size() - shown + 1));
    leaves.add(set);
    return names.get(names.size() - 1);
  }

  private static boolean isIn(BitSet part, BitSet whole) {
    BitSet outside = (BitSet) part.clone();
    outside.andNot(whole);
    return outside.isEmpty();
  }

  /** The codes that hold a finest part, shown and hidden. */
  int[] codesOf(int leaf) {
    int[] found = new int[names.size()];
    int size = 0;
    for (int code = 0; code < found.length; code++) {
      if (leaves.get(code).get(leaf)) {
        found[size++] = code;
      }
    }
    return java.util.Arrays.copyOf(found, size);
  }

  boolean isShown(int code) {
    return code < shown;
  }

  String name(int code) {
    return names.get(code);
  }

  int size() {
    return names.size();
  }

  List<Dimension.Split> splits() {
    return splits;
  }
}
