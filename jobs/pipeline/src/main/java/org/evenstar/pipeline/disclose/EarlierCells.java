package org.evenstar.pipeline.disclose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.evenstar.disclosure.CellKey;
import org.evenstar.disclosure.Dimension;
import org.evenstar.disclosure.EarlierRelease;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.LinkedTablesBuilder;
import org.evenstar.disclosure.Reason;

/** What earlier releases told and kept back, out of their own records. */
final class EarlierCells {
  private final List<Path> releases;
  private final Map<Path, Optional<DisclosureFile>> read = new ConcurrentHashMap<>();

  /**
   * @param releases release folders, oldest first; those without a record are from before cells
   *     were decided together, and are left out
   */
  EarlierCells(List<Path> releases) {
    this.releases = releases;
  }

  /**
   * The earlier releases' cells.
   *
   * @param dimensions of the release that is protected; sums inside an earlier release are not
   *     repeated, as every later cell is tied to its earlier self
   */
  List<EarlierRelease> read(List<Dimension> dimensions) {
    List<Dimension> bare =
        dimensions.stream()
            .map(d -> new Dimension(d.name(), d.total(), List.of(), d.kind()))
            .toList();
    List<EarlierRelease> found = new ArrayList<>();
    for (Path release : releases) {
      record(release).ifPresent(file -> found.add(of(release, file, bare)));
    }
    return found;
  }

  private static EarlierRelease of(Path release, DisclosureFile file, List<Dimension> bare) {
    LinkedTablesBuilder builder = LinkedTables.over(bare);
    Set<CellKey> told = new HashSet<>();
    Set<CellKey> confidential = new HashSet<>();
    for (DisclosureFile.CellLine line : file.cells()) {
      if (line.shown() == null) {
        continue;
      }
      builder.add(line.read());
      CellKey key = new CellKey(line.cell());
      if (line.withheld() == null) {
        told.add(key);
      } else if (Reason.valueOf(line.withheld()).isPrimary()) {
        confidential.add(key);
      }
    }
    return new EarlierRelease(
        String.valueOf(release.getFileName()), builder.build(), told, confidential);
  }

  /**
   * Told cells whose measure was not, by release. A cell that one release withheld counts as
   * withheld by all, which errs on the safe side for the decision.
   *
   * @param measure {@code kind/id}
   */
  Map<String, Set<CellKey>> untold(String measure) {
    Map<String, Set<CellKey>> untold = new TreeMap<>();
    for (Path release : releases) {
      record(release)
          .ifPresent(
              file -> {
                Set<CellKey> keys = new HashSet<>();
                file.withheldMeasures()
                    .getOrDefault(measure, List.of())
                    .forEach(key -> keys.add(new CellKey(key)));
                untold.put(String.valueOf(release.getFileName()), keys);
              });
    }
    return untold;
  }

  /** The cells that the newest of them withheld. */
  Set<CellKey> newestPattern() {
    Set<CellKey> withheld = new HashSet<>();
    if (!releases.isEmpty()) {
      record(releases.get(releases.size() - 1))
          .ifPresent(
              file ->
                  file.cells().stream()
                      .filter(line -> line.withheld() != null)
                      .forEach(line -> withheld.add(new CellKey(line.cell()))));
    }
    return withheld;
  }

  private Optional<DisclosureFile> record(Path release) {
    return read.computeIfAbsent(
        release,
        folder -> {
          try {
            return DisclosureFile.of(folder);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
