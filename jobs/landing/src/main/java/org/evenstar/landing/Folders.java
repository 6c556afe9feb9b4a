package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** Files and folders of work: written beside and renamed, and deleted with all they hold. */
public final class Folders {
  private Folders() {}

  /** Deletes a folder with all it holds; a missing one is left alone. */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> entries = Files.walk(folder)) {
        for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(entry);
        }
      }
    }
  }

  /** Writes a text beside and renames it, so that a reader never meets half a file. */
  public static void write(Path beside, Path place, CharSequence text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(beside.getParent()));
    Files.writeString(beside, text);
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Puts a folder written beside into the place of another. */
  public static Path replace(Path beside, Path place) throws IOException {
    delete(place);
    return Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
  }
}
