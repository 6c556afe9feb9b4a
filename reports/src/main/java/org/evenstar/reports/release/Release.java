package org.evenstar.reports.release;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenstar.reports.ReportException;
import org.jspecify.annotations.Nullable;

/**
 * One release directory, read from its CSV files through the tiers a reader may see. What the
 * release lacks is an empty list, for a page to say so.
 */
public final class Release {
  private static final List<Tier> RICHEST_FIRST =
      List.of(Tier.INSTITUTION, Tier.ASSOCIATION, Tier.POLICY, Tier.PUBLIC);

  private static final long SMALL_BYTES = 2L << 20;

  private final Path folder;
  private final Set<Tier> tiers;
  private final Map<String, List<Row>> small = new ConcurrentHashMap<>();
  private final Manifest manifest;
  private final Labels labels;
  private final Optional<ModelCard> model;
  private @Nullable PageKey pageKey;

  private Release(Path folder, Set<Tier> tiers) {
    this.folder = folder;
    this.tiers = tiers;
    this.manifest = Manifest.read(folder);
    this.model = ModelCard.read(folder.resolve("model.json"));
    this.labels = Labels.of(rows("label"), model);
  }

  /** Opens a release directory; datasets of other tiers do not exist for the reader. */
  public static Release open(Path folder, Set<Tier> tiers) {
    if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
      throw new ReportException(
          "Cannot read release '"
              + folder
              + "': it has no manifest.json; name a folder such as DIR/releases/r0001");
    }
    return new Release(folder, tiers);
  }

  public Manifest manifest() {
    return manifest;
  }

  public Labels labels() {
    return labels;
  }

  /** The model in force, when the release carries it. */
  public Optional<ModelCard> model() {
    return model;
  }

  /** The file name of an institution's private page. */
  public synchronized String pageOf(String institutionCode) {
    if (pageKey == null) {
      pageKey = PageKey.of(folder);
    }
    return pageKey.name(institutionCode) + ".html";
  }

  /** Whether pages of this tier may be written; private ones only where the release has any. */
  public boolean shows(Tier tier) {
    return tiers.contains(tier) && (tier != Tier.INSTITUTION || has("peer_group"));
  }

  /** Whether the release holds a dataset in a tier the reader may see. */
  public boolean has(String dataset) {
    return file(dataset).isPresent();
  }

  /** All rows of a dataset. */
  public List<Row> rows(String dataset) {
    return rows(dataset, row -> true);
  }

  /**
   * The rows of a dataset that a condition keeps. A small file is read once for all pages; of a
   * large one no other row is kept.
   */
  public List<Row> rows(String dataset, Predicate<Row> keep) {
    return isSmall(dataset)
        ? small.computeIfAbsent(dataset, name -> read(name, row -> true)).stream()
            .filter(keep)
            .collect(Collectors.toCollection(ArrayList::new))
        : read(dataset, keep);
  }

  private boolean isSmall(String dataset) {
    return file(dataset).map(Path::toFile).map(File::length).orElse(0L) <= SMALL_BYTES;
  }

  private List<Row> read(String dataset, Predicate<Row> keep) {
    List<Row> out = new ArrayList<>();
    try (CsvDataset rows = stream(dataset).orElse(null)) {
      while (rows != null && rows.hasNext()) {
        Row row = rows.next();
        if (keep.test(row)) {
          out.add(row);
        }
      }
    }
    return out;
  }

  /** The rows of a dataset one at a time, in the file's order. */
  public Optional<CsvDataset> stream(String dataset) {
    return file(dataset).map(CsvDataset::new);
  }

  /** Every dataset's CSV file of the visible tiers, relative to the release, sorted. */
  public List<Path> files() {
    Set<Path> out = new TreeSet<>();
    for (Tier tier : new TreeSet<>(tiers)) {
      Path of = folder.resolve(tier.folder());
      if (tier != Tier.INSTITUTION && Files.isDirectory(of)) {
        try (Stream<Path> list = Files.list(of)) {
          list.filter(path -> path.toString().endsWith(".csv") && !path.endsWith("codebook.csv"))
              .forEach(path -> out.add(folder.relativize(path)));
        } catch (IOException e) {
          throw new ReportException(
              "Cannot list '" + of + "': " + e.getMessage() + "; verify the release", e);
        }
      }
    }
    return List.copyOf(out);
  }

  private Optional<Path> file(String dataset) {
    return RICHEST_FIRST.stream()
        .filter(tiers::contains)
        .map(tier -> folder.resolve(tier.folder()).resolve(dataset + ".csv"))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
