package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Measures suppression of about 100,000 cells in four linked hierarchical tables. Run its main with
 * the number of dossiers; it prints times, memory, loss and whether the attacker got through.
 */
final class SuppressionBenchmark {

  private SuppressionBenchmark() {}

  /** Arguments: dossiers (default 400,000), {@code attack} to attack as well. */
  public static void main(String[] arguments) {
    int dossiers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400_000;
    List<Dimension> dimensions = dimensions();
    List<TableSpec> specs = specs(dimensions);
    long start = System.nanoTime();
    LinkedTables tables = new Tabulation(dimensions).link(specs, dossiers(dossiers)).build();
    long linked = System.nanoTime();
    Decisions decisions =
        Suppressor.suppress(tables, DisclosureRules.DEFAULT, SuppressionRequest.NONE);
    long suppressed = System.nanoTime();
    print(
        "cells shown %d, all %d, relations %d",
        tables.shownCells(), tables.size(), tables.relationCount());
    print(
        "tabulated and linked in %.1f s, suppressed in %.1f s",
        seconds(start, linked), seconds(linked, suppressed));
    print("%s", decisions.loss());
    print("conflicts %d", decisions.conflicts().size());
    if (arguments.length > 1) {
      AttackReport report = Attacker.attack(Published.of(decisions));
      print(
          "attacked %d cells in %.1f s: %d findings, %d not bounded",
          report.attacked(),
          seconds(suppressed, System.nanoTime()),
          report.findings().size(),
          report.unbounded());
      report.findings().stream().limit(5).forEach(f -> print("%s", f.text()));
    }
    Runtime runtime = Runtime.getRuntime();
    print(
        "heap %d MB of %d MB",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
  }

  private static List<Dimension> dimensions() {
    Dimension region = Dimension.flat("region", "*", RandomTables.codes("P", 31));
    for (int p = 0; p < 31; p++) {
      region = region.with("P" + p, RandomTables.codes("P" + p + "-", 11));
    }
    return List.of(
        region,
        Dimension.flat("sector", "*", RandomTables.codes("S", 12)),
        Dimension.qualities("star", "*", RandomTables.codes("", 6)),
        Dimension.flat("type", "*", RandomTables.codes("T", 5)),
        Dimension.flat("year", "*", RandomTables.codes("Y", 4)));
  }

  private static List<TableSpec> specs(List<Dimension> d) {
    return List.of(
        RandomTables.table("region-sector-star", d.get(0), d.get(1), d.get(2)),
        RandomTables.table("region-sector-type", d.get(0), d.get(1), d.get(3)),
        RandomTables.table("region-star-type", d.get(0), d.get(2), d.get(3)),
        RandomTables.table("region-star-year", d.get(0), d.get(2), d.get(4)));
  }

  private static List<Contribution> dossiers(int n) {
    SplittableRandom random = new SplittableRandom(7);
    List<Contribution> dossiers = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      Map<String, String> codes = new TreeMap<>();
      codes.put("region", "P" + skewed(31, random) + "-" + skewed(11, random));
      codes.put("sector", "S" + skewed(12, random));
      codes.put("star", "" + skewed(6, random));
      codes.put("type", "T" + skewed(5, random));
      codes.put("year", "Y" + random.nextInt(4));
      dossiers.add(
          new Contribution(
              "O" + random.nextInt(n), "", codes, OptionalLong.of(random.nextLong(1_000_001))));
    }
    return dossiers;
  }

  private static int skewed(int bound, SplittableRandom random) {
    double u = random.nextDouble();
    return (int) (u * (0.3 + 0.7 * u) * bound);
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
