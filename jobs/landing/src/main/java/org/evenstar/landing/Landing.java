package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.landing.decode.SectorKeywords;
import org.evenstar.schemas.config.RunConfig;

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
    ExecutorService pool = Executors.newFixedThreadPool(options.threads());
    try {
      List<Delivery> deliveries = new Deliveries(config, landingFolder).find(pool);
      BatchStore store = store();
      List<Path> batches = land(store, store.plan(deliveries), pool);
      Path together = new Schedule(config, options.asOf()).land(deliveries, batches, store);
      store.removeOthers(batches, together);
      return new LandingResult(batches, together, inputs(deliveries));
    } finally {
      Parallel.end(pool);
    }
  }

  /**
   * Tells what {@link #land} would read, and reads nothing but the files' hashes.
   *
   * @throws IOException when a file cannot be used
   */
  public LandingPlan plan() throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(options.threads());
    try {
      return plan(new Deliveries(config, landingFolder).find(pool));
    } finally {
      Parallel.end(pool);
    }
  }

  private LandingPlan plan(List<Delivery> deliveries) throws IOException {
    BatchStore store = store();
    List<String> toRead = new ArrayList<>();
    List<String> known = new ArrayList<>();
    long bytes = 0;
    for (BatchStore.Batch batch : store.plan(deliveries)) {
      boolean stands = batch.standing() != null;
      for (Delivery delivery : batch.deliveries()) {
        (stands ? known : toRead).add(delivery.path());
        bytes += stands ? 0 : delivery.bytes();
      }
    }
    toRead.sort(null);
    known.sort(null);
    return new LandingPlan(toRead, known, bytes, inputs(deliveries));
  }

  private BatchStore store() {
    return new BatchStore(
        workFolder.resolve("landed"),
        config.landingHash() + " " + options.codeVersion(),
        options.asOf());
  }

  private static Map<String, String> inputs(List<Delivery> deliveries) {
    Map<String, String> inputs = new TreeMap<>();
    deliveries.forEach(delivery -> inputs.put(delivery.path(), delivery.sha256()));
    return inputs;
  }

  private List<Path> land(BatchStore store, List<BatchStore.Batch> batches, ExecutorService pool)
      throws IOException {
    RegionTable regions = RegionTable.of(config.regionsFile());
    SectorKeywords keywords = new SectorKeywords(config.sectors());
    Path archive = workFolder.resolve("archive");
    List<Future<List<Path>>> landed = new ArrayList<>();
    for (BatchStore.Batch batch : batches) {
      landed.add(
          pool.submit(
              () ->
                  List.of(
                      new BatchLanding(
                              config, landingFolder, archive, options, listener, regions, keywords)
                          .land(batch, store))));
    }
    return Parallel.results(landed);
  }
}
