package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Institutions whose loss would split a component: articulation points of the graph of bodies and
 * sets of bodies (Hopcroft and Tarjan 1973), where the set was met on one institution only.
 */
final class Bridges {

  private final int bodies;
  private final List<int[]> adjacent;
  private final int[] depth;
  private final int[] low;
  private final boolean[] isArticulation;

  private Bridges(int bodies, List<int[]> adjacent) {
    this.bodies = bodies;
    this.adjacent = adjacent;
    this.depth = new int[adjacent.size()];
    this.low = new int[adjacent.size()];
    this.isArticulation = new boolean[adjacent.size()];
    Arrays.fill(depth, -1);
  }

  static List<Integer> of(Groups groups) {
    IntSequences sets = new IntSequences();
    List<long[]> counts = new ArrayList<>();
    int[] cells = new int[groups.longest()];
    int[] members = new int[groups.longest()];
    for (int group = 0; group < groups.groups(); group++) {
      int pattern = groups.patternOf(group);
      if (!groups.isInformative(group) || groups.distinctBodies(pattern) < 2) {
        continue;
      }
      int length = groups.cells(pattern, cells);
      int size = 0;
      for (int j = 0; j < length; j++) {
        int slot = cells[j] / groups.data().indicators();
        if (size == 0 || members[size - 1] != slot) {
          members[size++] = slot;
        }
      }
      int set = sets.intern(members, size);
      if (set == counts.size()) {
        counts.add(new long[] {0, groups.institutionAt(groups.first(group))});
      }
      counts.get(set)[0] += groups.size(group);
    }
    List<Integer> bridges = new ArrayList<>();
    boolean[] isArticulation = articulations(groups.bodies(), sets);
    for (int set = 0; set < sets.size(); set++) {
      if (isArticulation[groups.bodies() + set] && counts.get(set)[0] == 1) {
        bridges.add((int) counts.get(set)[1]);
      }
    }
    bridges.sort(null);
    return bridges;
  }

  private static boolean[] articulations(int bodies, IntSequences sets) {
    List<List<Integer>> neighbours = new ArrayList<>();
    for (int node = 0; node < bodies + sets.size(); node++) {
      neighbours.add(new ArrayList<>());
    }
    for (int set = 0; set < sets.size(); set++) {
      for (int at = sets.start(set); at < sets.end(set); at++) {
        neighbours.get(sets.value(at)).add(bodies + set);
        neighbours.get(bodies + set).add(sets.value(at));
      }
    }
    Bridges search =
        new Bridges(
            bodies,
            neighbours.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList());
    for (int body = 0; body < bodies; body++) {
      if (search.depth[body] < 0) {
        search.from(body);
      }
    }
    return search.isArticulation;
  }

  /** Depth first without recursion; the root is a body, so its own special case is not needed. */
  private void from(int root) {
    int[] stack = new int[adjacent.size()];
    int[] next = new int[adjacent.size()];
    int[] parent = new int[adjacent.size()];
    int top = 0;
    stack[0] = root;
    parent[root] = -1;
    depth[root] = 0;
    while (top >= 0) {
      int node = stack[top];
      if (next[node] < adjacent.get(node).length) {
        int other = adjacent.get(node)[next[node]++];
        if (depth[other] < 0) {
          parent[other] = node;
          depth[other] = depth[node] + 1;
          low[other] = depth[other];
          stack[++top] = other;
        } else if (other != parent[node]) {
          low[node] = Math.min(low[node], depth[other]);
        }
      } else {
        top--;
        int up = parent[node];
        if (up >= 0) {
          low[up] = Math.min(low[up], low[node]);
          isArticulation[up] |= up >= bodies && low[node] >= depth[up];
        }
      }
    }
  }
}
