package org.evenstar.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.landing.decode.SectorKeywords;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/**
 * Lands every file below a run's {@code landing/}. Files are read in parallel, in batches; a batch
 * that landed before under the same configuration is not read again.
 */
public final class Landing {
  private final RunConfig config;
  private final Path landingFolder;
  private final Path workFolder;
  private final LandingOptions options;
  private final LandingListener listener;

  /**
   * @param workFolder batches go to {@code <workFolder>/landed}
   */
  public Landing(
      RunConfig config,
      Path landingFolder,
      Path workFolder,
      LandingOptions options,
      LandingListener listener) {
    this.config = config;
    this.landingFolder = landingFolder;
    this.workFolder = workFolder;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Reads what is new and keeps what is known.
   *
   * @throws IOException when a file or the work folder cannot be used
   */
  public LandingResult land() throws IOException {
    List<Delivery> deliveries = deliveries();
    BatchStore store = store();
    List<List<Delivery>> batches = store.plan(deliveries);
    RegionTable regions = RegionTable.of(config.regionsFile());
    SectorKeywords keywords = new SectorKeywords(config.sectors());
    ExecutorService pool = Executors.newFixedThreadPool(options.threads());
    try {
      List<Future<Path>> landed = new ArrayList<>();
      for (List<Delivery> batch : batches) {
        landed.add(
            pool.submit(
                () ->
                    new BatchLanding(config, landingFolder, options, listener, regions, keywords)
                        .land(batch, store)));
      }
      List<Path> folders = new ArrayList<>();
      for (Future<Path> folder : landed) {
        folders.add(folder.get());
      }
      store.removeOthers(folders);
      return new LandingResult(folders, inputs(deliveries));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot land: the run was interrupted; run again", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * Tells what {@link #land} would read, and reads nothing but the files' hashes.
   *
   * @throws IOException when a file cannot be used
   */
  public LandingPlan plan() throws IOException {
    List<Delivery> deliveries = deliveries();
    BatchStore store = store();
    List<String> toRead = new ArrayList<>();
    List<String> known = new ArrayList<>();
    long bytes = 0;
    for (List<Delivery> batch : store.plan(deliveries)) {
      boolean stands = Files.exists(store.place(batch));
      for (Delivery delivery : batch) {
        (stands ? known : toRead).add(delivery.path());
        bytes += stands ? 0 : delivery.bytes();
      }
    }
    toRead.sort(null);
    known.sort(null);
    return new LandingPlan(toRead, known, bytes, inputs(deliveries));
  }

  private BatchStore store() {
    return new BatchStore(workFolder.resolve("landed"), config.hash() + "|" + options.asOf());
  }

  private static Map<String, String> inputs(List<Delivery> deliveries) {
    Map<String, String> inputs = new TreeMap<>();
    deliveries.forEach(delivery -> inputs.put(delivery.path(), delivery.sha256()));
    return inputs;
  }

  /** Every file below landing, sorted by path; the same bytes twice are listed twice. */
  private List<Delivery> deliveries() throws IOException {
    if (!Files.isDirectory(landingFolder)) {
      throw new IOException(
          "Cannot land '" + landingFolder + "': no such folder; put the deliveries there");
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(landingFolder)) {
      files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> !isHousekeeping(file))
              .sorted()
              .toList();
    }
    List<Delivery> deliveries = new ArrayList<>();
    Map<String, String> first = new HashMap<>();
    for (Path file : files) {
      deliveries.add(delivery(file, first));
    }
    return deliveries;
  }

  /** Notes for people and files of the operating system are no deliveries. */
  private static boolean isHousekeeping(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") || name.equals("README.md") || name.startsWith("~$");
  }

  private Delivery delivery(Path file, Map<String, String> first) throws IOException {
    String path = landingFolder.relativize(file).toString().replace('\\', '/');
    String sha256 = sha256(file);
    Source source = sourceOf(path);
    RowDecoder names =
        source == null ? null : new RowDecoder(config, source, path, SectorKeywords.none());
    return new Delivery(
        sha256.substring(0, 16),
        sha256,
        path,
        Files.size(file),
        source == null ? null : source.sourceId(),
        names == null || names.fileBody() == null ? null : names.fileBody().bodyId(),
        names == null ? null : names.filePeriod(),
        first.putIfAbsent(sha256, path));
  }

  private @Nullable Source sourceOf(String path) {
    for (Source source : config.sources()) {
      for (String pattern : source.files()) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        if (matcher.matches(Path.of(path))) {
          return source;
        }
      }
    }
    return null;
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
