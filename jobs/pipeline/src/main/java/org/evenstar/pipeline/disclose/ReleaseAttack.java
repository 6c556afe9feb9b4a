package org.evenstar.pipeline.disclose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenstar.disclosure.AttackReport;
import org.evenstar.disclosure.Attacker;
import org.evenstar.disclosure.CellKey;
import org.evenstar.disclosure.DisclosureRules;
import org.evenstar.disclosure.Finding;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.LinkedTablesBuilder;
import org.evenstar.disclosure.Published;
import org.evenstar.disclosure.ShownCell;

/**
 * Attacks a release as it lies on disk: what its files for the public and for policymakers show is
 * read back and combined with all earlier releases, to learn what is withheld.
 *
 * <p>The decisions that made the release are not asked; only the true values are known, to judge
 * what was learnt.
 */
public final class ReleaseAttack {
  private final Path release;
  private final EarlierCells earlier;

  /**
   * @param release a release folder with its association tier
   * @param earlier releases that readers hold besides, oldest first
   */
  public ReleaseAttack(Path release, List<Path> earlier) {
    this.release = release;
    this.earlier = new EarlierCells(List.copyOf(earlier));
  }

  /**
   * What came of it.
   *
   * @param cells cells that a reader is not meant to know, over all measures
   * @param unbounded figures among them that sums and differences were tried on, but no bounds
   * @param told cells that the release tells
   * @param learnt one line for each thing learnt; empty when the release passes
   */
  public record Result(int cells, int unbounded, int told, List<String> learnt) {

    public Result {
      learnt = List.copyOf(learnt);
    }

    /** Whether nothing was learnt. */
    public boolean passes() {
      return learnt.isEmpty();
    }
  }

  /**
   * Attacks.
   *
   * @throws IOException when the release cannot be read
   * @throws IllegalArgumentException when it has no record of its true cells
   */
  public Result run() throws IOException {
    DisclosureFile file =
        DisclosureFile.of(release)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot attack release '"
                            + release
                            + "': it has no association/"
                            + DisclosureRecord.FILE
                            + " with the true values; give a whole release made by this version"));
    ShownValues shown = ShownValues.read(release);
    LinkedTablesBuilder builder = file.tables();
    earlier
        .read(file.dimensions().stream().map(DisclosureFile.Axis::dimension).toList())
        .forEach(builder::earlier);
    LinkedTables tables = builder.build();
    DisclosureRules rules = file.limits();
    List<String> learnt = new ArrayList<>(shown.strangers(tables));
    AttackReport whole = attack(tables, rules, shown.wholes(tables, file.told()));
    whole.findings().forEach(finding -> learnt.add(finding.text()));
    int attacked = whole.attacked();
    int unbounded = whole.unbounded();
    Map<String, Map<String, Long>> measures = new TreeMap<>(file.missing());
    file.withheldMeasures().keySet().forEach(measure -> measures.putIfAbsent(measure, Map.of()));
    List<Map.Entry<String, AttackReport>> reports =
        measures.entrySet().parallelStream()
            .map(
                measure ->
                    Map.entry(measure.getKey(), measure(measure, tables, rules, shown, file)))
            .toList();
    for (Map.Entry<String, AttackReport> report : reports) {
      attacked += report.getValue().attacked();
      unbounded += report.getValue().unbounded();
      for (Finding finding : report.getValue().findings()) {
        learnt.add(report.getKey() + ": " + finding.text());
      }
    }
    return new Result(attacked, unbounded, shown.size(), learnt);
  }

  private AttackReport measure(
      Map.Entry<String, Map<String, Long>> measure,
      LinkedTables tables,
      DisclosureRules rules,
      ShownValues shown,
      DisclosureFile file) {
    Map<CellKey, Long> lacking = new HashMap<>();
    measure.getValue().forEach((cell, n) -> lacking.put(new CellKey(cell), n));
    Set<CellKey> told = file.told();
    file.withheldMeasures()
        .getOrDefault(measure.getKey(), List.of())
        .forEach(cell -> told.remove(new CellKey(cell)));
    LinkedTables fewer = MeasureDecisions.fewer(tables, lacking, earlier.untold(measure.getKey()));
    return attack(fewer, rules, shown.measure(measure.getKey(), fewer, told));
  }

  private static AttackReport attack(
      LinkedTables tables, DisclosureRules rules, Map<CellKey, ShownCell> shown) {
    return Attacker.attack(new Published(tables, rules, shown));
  }
}
