package org.evenstar.stats.severity;

/** Disjoint sets; each is named by its lowest member, so that order of joining does not show. */
final class UnionFind {

  private final int[] parent;

  UnionFind(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  int find(int member) {
    int at = member;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void join(int a, int b) {
    int low = Math.min(find(a), find(b));
    int high = Math.max(find(a), find(b));
    parent[high] = low;
  }
}
