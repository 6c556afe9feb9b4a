package org.evenstar.pipeline.disclose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.evenstar.disclosure.Cell;
import org.evenstar.disclosure.CellKey;
import org.evenstar.disclosure.Contributors;
import org.evenstar.disclosure.Dimension;
import org.evenstar.disclosure.DisclosureRules;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.LinkedTablesBuilder;
import org.evenstar.disclosure.Loss;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;

/**
 * {@code disclosure.json}: the true cells behind a release's benchmarks, how they add up, and what
 * was decided of each. For the association only.
 *
 * @param missing by measure ({@code kind/id}): dossiers of a cell without a value of it
 * @param withheldMeasures by measure: told cells whose measure is not
 * @param conflicts wishes and rules that could not be met
 */
record DisclosureFile(
    DisclosureRules limits,
    List<Axis> dimensions,
    List<CellLine> cells,
    Map<String, Map<String, Long>> missing,
    Map<String, List<String>> withheldMeasures,
    List<String> conflicts,
    LossLine loss) {

  /** A dimension and its sums. */
  record Axis(String name, @Nullable String total, List<Sum> sums) {

    /** A whole and its parts. */
    record Sum(String whole, List<String> parts) {}

    static Axis of(Dimension dimension) {
      return new Axis(
          dimension.name(),
          dimension.total(),
          dimension.splits().stream().map(s -> new Sum(s.parent(), s.children())).toList());
    }

    Dimension dimension() {
      return new Dimension(
          name,
          total,
          sums.stream().map(s -> new Dimension.Split(s.whole(), s.parts())).toList(),
          Dimension.Kind.PLACE);
    }
  }

  /**
   * A cell.
   *
   * @param cell its key
   * @param shown in which table, null for a cell that only links tables
   * @param total millionths, to tell whether data changed
   * @param contributors how many
   * @param several what the largest contributors with several dossiers hold, or the only one
   * @param bodies what the largest bodies hold, where dominance of bodies is judged
   * @param withheld why, null when told or linking
   */
  record CellLine(
      String cell,
      @Nullable String shown,
      long n,
      long total,
      int contributors,
      Map<String, Long> several,
      Map<String, Long> bodies,
      @Nullable String withheld) {

    static CellLine of(Cell cell, boolean isShown, @Nullable String withheld) {
      return new CellLine(
          cell.key().text(),
          isShown ? cell.table() : null,
          cell.count(),
          cell.total().orElse(0),
          cell.owners().n(),
          named(cell.owners()),
          named(cell.bodies()),
          withheld);
    }

    /** Contributors with one dossier are alike: they are counted, not listed. */
    private static Map<String, Long> named(Contributors parties) {
      Map<String, Long> named = new TreeMap<>();
      for (Contributors.Holding holding : parties.largest()) {
        if (!holding.party().startsWith("~")) {
          named.put(holding.party(), holding.amount());
        }
      }
      return named;
    }

    Cell read() {
      List<Contributors.Holding> owners = new ArrayList<>(Contributors.of(several).largest());
      for (int i = 0; owners.size() < Math.min(contributors, KEPT); i++) {
        owners.add(new Contributors.Holding("~" + i + "/" + cell, 1));
      }
      return new Cell(
          new CellKey(cell),
          shown == null ? "" : shown,
          shown == null ? Cell.Visibility.HIDDEN : Cell.Visibility.SHOWN,
          n,
          OptionalLong.of(total),
          new Contributors(contributors, owners),
          Contributors.of(bodies));
    }

    private static final int KEPT = 5;
  }

  /** What withholding cost. */
  record LossLine(
      int cells,
      int withheld,
      double cellShare,
      double informationShare,
      Map<String, Integer> byReason,
      Map<String, Double> byTable) {

    static LossLine of(Loss loss) {
      Map<String, Integer> byReason = new TreeMap<>();
      loss.byReason().forEach((reason, n) -> byReason.put(reason.name(), n));
      return new LossLine(
          loss.cells(),
          loss.withheld(),
          loss.cellShare(),
          loss.informationShare(),
          byReason,
          loss.byTable());
    }
  }

  /** The record of a release, if it has one. */
  static Optional<DisclosureFile> of(Path release) throws IOException {
    Path file = release.resolve("association").resolve(DisclosureRecord.FILE);
    return Files.exists(file)
        ? Optional.of(Json.MAPPER.readValue(Files.readString(file), DisclosureFile.class))
        : Optional.empty();
  }

  /** The cells that may be told; the files show nothing of those that have no value. */
  Set<CellKey> told() {
    Set<CellKey> told = new HashSet<>();
    for (CellLine line : cells) {
      if (line.shown() != null && line.withheld() == null) {
        told.add(new CellKey(line.cell()));
      }
    }
    return told;
  }

  /** The system of true cells, to which earlier releases may be added. */
  LinkedTablesBuilder tables() {
    LinkedTablesBuilder builder =
        LinkedTables.over(dimensions.stream().map(Axis::dimension).toList());
    cells.forEach(cell -> builder.add(cell.read()));
    return builder;
  }
}
