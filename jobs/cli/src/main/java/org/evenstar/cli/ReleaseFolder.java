package org.evenstar.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A release folder given as an argument. */
final class ReleaseFolder {
  private ReleaseFolder() {}

  /**
   * Refuses what is no release.
   *
   * @param what what cannot be done without one, such as {@code compare}
   * @throws IllegalArgumentException when there is no manifest
   */
  static void require(Path release, String what) {
    if (!Files.isRegularFile(release.resolve("manifest.json"))) {
      throw new IllegalArgumentException(
          "Cannot "
              + what
              + " release '"
              + release
              + "': it has no manifest.json; give a folder under releases/");
    }
  }
}
