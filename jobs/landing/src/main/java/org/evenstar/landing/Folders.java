package org.evenstar.landing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
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

  /** A name that tells this text from every other. */
  public static String nameFor(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Puts a folder written beside into the place of another. */
  public static Path replace(Path beside, Path place) throws IOException {
    delete(place);
    return Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
  }
}
