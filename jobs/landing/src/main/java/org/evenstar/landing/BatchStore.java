package org.evenstar.landing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Batches of landed files, named by what is in them: configuration, paths and content. A batch is
 * written beside and renamed, so a batch that stands is whole.
 */
final class BatchStore {
  private static final long BATCH_BYTES = 16L << 20;
  private static final int BATCH_FILES = 32;
  private static final String SCHEDULE = "schedule";
  private static final String INDEX = "index.txt";

  private final Path folder;
  private final String configuration;

  BatchStore(Path folder, String configuration) {
    this.folder = folder;
    this.configuration = configuration;
  }

  /** Batches to land: those that stand and are still wanted first, then the rest in path order. */
  List<List<Delivery>> plan(List<Delivery> deliveries) throws IOException {
    Map<String, Delivery> wanted = new LinkedHashMap<>();
    deliveries.forEach(delivery -> wanted.put(line(delivery), delivery));
    List<List<Delivery>> batches = new ArrayList<>();
    for (Path known : standing()) {
      List<String> lines = Files.readAllLines(known.resolve(INDEX), StandardCharsets.UTF_8);
      if (lines.get(0).equals(configuration)
          && wanted.keySet().containsAll(lines.subList(1, lines.size()))) {
        List<Delivery> batch = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
          batch.add(wanted.remove(line));
        }
        batches.add(batch);
      }
    }
    List<Delivery> batch = new ArrayList<>();
    long bytes = 0;
    for (Delivery delivery : wanted.values()) {
      batch.add(delivery);
      bytes += delivery.bytes();
      if (bytes >= BATCH_BYTES || batch.size() >= BATCH_FILES) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
    }
    if (!batch.isEmpty() || batches.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private List<Path> standing() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve(INDEX)))
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static String line(Delivery delivery) {
    String first = delivery.duplicateOf() == null ? "" : " again " + delivery.duplicateOf();
    return delivery.sha256() + " " + delivery.path() + first;
  }

  private static String index(String configuration, List<Delivery> batch) {
    return configuration
        + "\n"
        + batch.stream().map(d -> line(d) + "\n").collect(Collectors.joining());
  }

  /** Where a batch stands or will stand. */
  Path place(List<Delivery> batch) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(index(configuration, batch).getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash).substring(0, 32));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A fresh folder beside the batch's place. */
  Path begin(List<Delivery> batch) throws IOException {
    Path beside = folder.resolve("." + place(batch).getFileName() + ".tmp");
    Folders.delete(beside);
    return Files.createDirectories(beside);
  }

  /** Moves a written batch to its place. */
  Path finish(List<Delivery> batch, Path beside) throws IOException {
    Files.writeString(beside.resolve(INDEX), index(configuration, batch));
    return Files.move(beside, place(batch), StandardCopyOption.ATOMIC_MOVE);
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
  void removeOthers(List<Path> keep) throws IOException {
    Set<Path> kept = new HashSet<>(keep);
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.filter(e -> !kept.contains(e)).toList()) {
        Folders.delete(entry);
      }
    }
  }
}
