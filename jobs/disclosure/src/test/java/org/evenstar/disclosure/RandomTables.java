package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A seeded set of linked hierarchical tables over made-up dossiers, small enough to attack fast.
 */
final class RandomTables {

  final List<Dimension> dimensions;
  final List<TableSpec> tables;
  final List<Contribution> contributions;

  private RandomTables(
      List<Dimension> dimensions, List<TableSpec> tables, List<Contribution> contributions) {
    this.dimensions = dimensions;
    this.tables = tables;
    this.contributions = contributions;
  }

  static RandomTables of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int provinces = random.nextInt(2, 5);
    int prefectures = random.nextInt(2, 4);
    Dimension region = Dimension.flat("region", "nation", codes("P", provinces));
    for (int p = 0; p < provinces; p++) {
      region = region.with("P" + p, codes("P" + p + "-", prefectures));
    }
    Dimension sector = Dimension.flat("sector", "*", codes("S", random.nextInt(2, 6)));
    Dimension star = Dimension.qualities("star", "*", codes("", random.nextInt(3, 6)));
    Dimension type = Dimension.flat("type", "*", codes("T", random.nextInt(2, 4)));
    List<Dimension> dimensions = List.of(region, sector, star, type);
    List<TableSpec> tables = new ArrayList<>();
    tables.add(table("region-sector", region, sector));
    tables.add(table("region-star", region, star));
    tables.add(
        random.nextBoolean()
            ? table("sector-star-type", sector, star, type)
            : table("region-type", region, type));
    if (random.nextInt(3) == 0) {
      tables.add(table("region-sector-type", region, sector, type));
    }
    int dossiers = random.nextInt(60, 400);
    int owners = random.nextInt(20, dossiers);
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < dossiers; i++) {
      Map<String, String> codes = new TreeMap<>();
      for (Dimension dimension : dimensions) {
        codes.put(dimension.name(), leaf(dimension, random));
      }
      contributions.add(
          new Contribution(
              "O" + skewed(owners, random),
              "",
              codes,
              OptionalLong.of(random.nextLong(0, 1_000_001))));
    }
    return new RandomTables(dimensions, tables, contributions);
  }

  LinkedTables link() {
    return builder(contributions).build();
  }

  LinkedTablesBuilder builder(List<Contribution> of) {
    return new Tabulation(dimensions).link(tables, of);
  }

  private static String leaf(Dimension dimension, SplittableRandom random) {
    Set<String> parents =
        dimension.splits().stream().map(Dimension.Split::parent).collect(Collectors.toSet());
    List<String> leaves =
        dimension.splits().stream()
            .flatMap(split -> split.children().stream())
            .filter(code -> !parents.contains(code))
            .toList();
    return leaves.get(skewed(leaves.size(), random));
  }

  private static int skewed(int bound, SplittableRandom random) {
    double u = random.nextDouble();
    return (int) (u * (0.4 + 0.6 * u) * bound);
  }

  static TableSpec table(String id, Dimension... dimensions) {
    Map<String, Set<String>> codes = new TreeMap<>();
    for (Dimension dimension : dimensions) {
      Set<String> all = new TreeSet<>();
      dimension
          .splits()
          .forEach(
              split -> {
                all.add(split.parent());
                all.addAll(split.children());
              });
      codes.put(dimension.name(), all);
    }
    return new TableSpec(id, codes);
  }

  static List<String> codes(String prefix, int n) {
    return IntStream.range(0, n).mapToObj(i -> prefix + i).toList();
  }
}
