package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenstar.landing.Folders;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;

/**
 * The numbered releases of one output folder: {@code releases/r0001}, …, and {@code current}.
 *
 * <p>One writer at a time holds {@code .work/lock}. A release is written as {@code
 * releases/.r0002.tmp} and renamed, so a killed run leaves the former releases untouched; what it
 * left half written is removed by the next.
 */
public final class ReleaseStore implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("r[0-9]{4,}");

  private final Path out;
  private final FileChannel channel;
  private final FileLock lock;

  private ReleaseStore(Path out, FileChannel channel, FileLock lock) {
    this.out = out;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens an output folder for writing, and clears what a killed run left.
   *
   * @throws IOException when it cannot be written, or another run holds it
   */
  public static ReleaseStore open(Path out) throws IOException {
    Files.createDirectories(out.resolve(".work"));
    Files.createDirectories(out.resolve("releases"));
    Path lockFile = out.resolve(".work/lock");
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new IOException("Cannot write to '" + out + "': " + LockOwner.of(out).explained());
    }
    ReleaseStore store = new ReleaseStore(out, channel, lock);
    LockOwner.write(out);
    store.clearHalfWritten();
    store.pointToNewest();
    return store;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Release ids, oldest first. */
  public static List<String> releases(Path out) throws IOException {
    Path folder = out.resolve("releases");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> ID.matcher(name).matches())
          .sorted(
              java.util.Comparator.comparing(String::length)
                  .thenComparing(java.util.Comparator.naturalOrder()))
          .toList();
    }
  }

  /** The manifest of the newest release. */
  public Optional<Manifest> newest() throws IOException {
    List<String> ids = releases(out);
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(manifest(out.resolve("releases").resolve(ids.get(ids.size() - 1))));
  }

  /** Reads a release's manifest. */
  public static Manifest manifest(Path release) throws IOException {
    return Json.MAPPER.readValue(
        Files.readString(release.resolve("manifest.json")), Manifest.class);
  }

  /** The id the next release gets. */
  public String nextId() throws IOException {
    List<String> ids = releases(out);
    int last = ids.isEmpty() ? 0 : Integer.parseInt(ids.get(ids.size() - 1).substring(1));
    return String.format(java.util.Locale.ROOT, "r%04d", last + 1);
  }

  /** A fresh folder to write a release into. */
  public Path begin(String releaseId) throws IOException {
    Path folder = out.resolve("releases/." + releaseId + ".tmp");
    Files.createDirectories(folder);
    return folder;
  }

  /** Makes a finished folder the newest release. */
  public Path finish(String releaseId, Path written) throws IOException {
    Path release = out.resolve("releases").resolve(releaseId);
    Files.move(written, release, StandardCopyOption.ATOMIC_MOVE);
    pointTo(releaseId);
    return release;
  }

  /** A run killed between the two moves of {@link #finish} left the pointer behind. */
  private void pointToNewest() throws IOException {
    List<String> ids = releases(out);
    if (!ids.isEmpty()) {
      String newest = ids.get(ids.size() - 1);
      Path current = out.resolve("current");
      if (!Files.exists(current) || !Files.readString(current).strip().equals(newest)) {
        pointTo(newest);
      }
    }
  }

  private void pointTo(String releaseId) throws IOException {
    Folders.write(out.resolve(".work/current.tmp"), out.resolve("current"), releaseId + "\n");
  }

  private void clearHalfWritten() throws IOException {
    try (Stream<Path> entries = Files.list(out.resolve("releases"))) {
      for (Path entry : entries.filter(e -> e.getFileName().toString().startsWith(".")).toList()) {
        Folders.delete(entry);
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
