package org.evenstar.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens releases.
 *
 * <pre>{@code
 * try (Release release = Evenstar.open(Path.of("out"))) {
 *   System.out.println(release.benchmark().where("measure_kind", "star").table());
 * }
 * }</pre>
 */
public final class Evenstar {
  private static final String MANIFEST = "manifest.json";

  private Evenstar() {}

  /** Opens a release with all that lies in it. See {@link #open(Path, Tier)}. */
  public static Release open(Path folder) {
    return open(folder, Tier.INSTITUTION);
  }

  /**
   * Opens a release as a reader of a tier would: datasets of tiers above do not exist.
   *
   * @param folder a release ({@code out/releases/r0001}), or the output folder of a run, which
   *     means its newest release
   * @throws IllegalArgumentException when the folder holds no release
   * @throws ReleaseException when a file of the release cannot be read
   */
  public static Release open(Path folder, Tier tier) {
    return new Release(release(folder), tier);
  }

  private static Path release(Path folder) {
    if (Files.isRegularFile(folder.resolve(MANIFEST))) {
      return folder;
    }
    Path current = folder.resolve("current");
    if (Files.isRegularFile(current)) {
      try {
        String newest = Files.readString(current, StandardCharsets.UTF_8).strip();
        return release(folder.resolve("releases").resolve(newest));
      } catch (IOException e) {
        throw new ReleaseException("Cannot read '" + current + "': " + e.getMessage(), e);
      }
    }
    throw new IllegalArgumentException(
        "Cannot open release '"
            + folder
            + "': it has no manifest.json; give a release such as out/releases/r0001,"
            + " or the output folder of a run");
  }
}
