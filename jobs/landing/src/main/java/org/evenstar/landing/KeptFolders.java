package org.evenstar.landing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Results that a later run goes on from: folders side by side, each named by who made it, how, and
 * of which parts. A folder is written beside and renamed, so one that stands is whole.
 */
public final class KeptFolders {
  private static final String INDEX = "index.txt";

  private final Path root;

  public KeptFolders(Path root) {
    this.root = root;
  }

  /** A folder, and what it was made of. */
  public record Kept<T>(List<T> parts, Path place) {}

  /** Whether a folder may be gone on from. */
  @FunctionalInterface
  public interface Standing {
    /**
     * @param head the line that says who made the folder, and how
     */
    boolean holds(String head, Path place) throws IOException;
  }

  /** Takes the parts out of those wanted that a folder holds, and no part that is not wanted. */
  public <T> List<Kept<T>> take(Map<String, T> wanted, Standing standing) throws IOException {
    List<Kept<T>> taken = new ArrayList<>();
    for (Path place : places()) {
      List<String> lines = Files.readAllLines(place.resolve(INDEX), StandardCharsets.UTF_8);
      List<String> parts = lines.subList(1, lines.size());
      if (standing.holds(lines.get(0), place) && wanted.keySet().containsAll(parts)) {
        taken.add(new Kept<>(parts.stream().map(wanted::remove).toList(), place));
      }
    }
    return taken;
  }

  private List<Path> places() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve(INDEX)))
          .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** A fresh folder beside where what is made of these parts will stand. */
  public Path begin(List<String> parts) throws IOException {
    Path beside = root.resolve("." + Folders.nameFor(String.join("\n", parts)) + ".tmp");
    Folders.delete(beside);
    return Files.createDirectories(beside);
  }

  /**
   * Moves a folder that was written beside to its place.
   *
   * @param head one line: who made it, and how
   */
  public Path finish(Path beside, String head, List<String> parts) throws IOException {
    List<String> lines = new ArrayList<>(List.of(head));
    lines.addAll(parts);
    Files.write(beside.resolve(INDEX), lines);
    return Folders.replace(beside, root.resolve(Folders.nameFor(String.join("\n", lines))));
  }

  /** Removes all other folders, and what killed runs left. */
  public void removeOthers(Set<Path> kept) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path other : entries.filter(entry -> !kept.contains(entry)).toList()) {
        Folders.delete(other);
      }
    }
  }
}
