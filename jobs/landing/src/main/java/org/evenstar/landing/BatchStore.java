package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenstar.landing.decode.DaySpan;
import org.jspecify.annotations.Nullable;

/**
 * Batches of landed files, named by what is in them: configuration, paths and content. A batch is
 * written beside and renamed, so a batch that stands is whole.
 */
final class BatchStore {
  private static final long BATCH_BYTES = 16L << 20;
  private static final int BATCH_FILES = 32;
  private static final String SCHEDULE = "schedule";
  private static final String SPAN_FOLLOWS = "\t";

  private final Path folder;
  private final KeptFolders kept;
  private final String configuration;
  private final LocalDate asOf;

  /**
   * Files that land together.
   *
   * @param standing where they landed before, null: they are to be read
   */
  record Batch(List<Delivery> deliveries, @Nullable Path standing) {}

  /**
   * @param configuration stands for all settings that landing depends on, but for the day
   * @param asOf the day
   */
  BatchStore(Path folder, String configuration, LocalDate asOf) {
    this.folder = folder;
    this.kept = new KeptFolders(folder);
    this.configuration = configuration;
    this.asOf = asOf;
  }

  /** Batches to land: those that stand and are still wanted first, then the rest in path order. */
  List<Batch> plan(List<Delivery> deliveries) throws IOException {
    Map<String, Delivery> wanted = new LinkedHashMap<>();
    deliveries.forEach(delivery -> wanted.put(line(delivery), delivery));
    List<Batch> batches = new ArrayList<>();
    for (KeptFolders.Kept<Delivery> known : kept.take(wanted, (head, place) -> stands(head))) {
      batches.add(new Batch(known.parts(), known.place()));
    }
    List<Delivery> batch = new ArrayList<>();
    long bytes = 0;
    for (Delivery delivery : wanted.values()) {
      batch.add(delivery);
      bytes += delivery.bytes();
      if (bytes >= BATCH_BYTES || batch.size() >= BATCH_FILES) {
        batches.add(new Batch(batch, null));
        batch = new ArrayList<>();
        bytes = 0;
      }
    }
    if (!batch.isEmpty() || batches.isEmpty()) {
      batches.add(new Batch(batch, null));
    }
    return batches;
  }

  private boolean stands(String head) {
    String made = configuration + SPAN_FOLLOWS;
    return head.startsWith(made) && DaySpan.parse(head.substring(made.length())).holds(asOf);
  }

  private static String line(Delivery delivery) {
    String first = delivery.duplicateOf() == null ? "" : " again " + delivery.duplicateOf();
    return delivery.sha256() + " " + delivery.path() + first;
  }

  private static List<String> lines(Batch batch) {
    return batch.deliveries().stream().map(BatchStore::line).toList();
  }

  /** A fresh folder beside where the batch will stand. */
  Path begin(Batch batch) throws IOException {
    return kept.begin(lines(batch));
  }

  /**
   * Moves a written batch to its place.
   *
   * @param span the days as of which it would have come out the same
   */
  Path finish(Batch batch, Path beside, DaySpan span) throws IOException {
    return kept.finish(beside, configuration + SPAN_FOLLOWS + span, lines(batch));
  }

  /** A fresh folder for what all deliveries together tell. */
  Path beginSchedule() throws IOException {
    Path beside = folder.resolve("." + SCHEDULE + ".tmp");
    Folders.delete(beside);
    return Files.createDirectories(beside);
  }

  /** Moves it to its place; it is written anew by every run. */
  Path finishSchedule(Path beside) throws IOException {
    Path place = folder.resolve(SCHEDULE);
    return Folders.replace(beside, place);
  }

  /** Removes batches that are no longer wanted, and what killed runs left. */
  void removeOthers(List<Path> batches, Path together) throws IOException {
    Set<Path> wanted = new HashSet<>(batches);
    wanted.add(together);
    kept.removeOthers(wanted);
  }
}
