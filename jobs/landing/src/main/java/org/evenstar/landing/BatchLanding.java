package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.landing.decode.SectorKeywords;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Lands one batch of files into one set of tables; on one thread. */
final class BatchLanding {
  private final RunConfig config;
  private final Path landingFolder;
  private final LandingOptions options;
  private final LandingListener listener;
  private final RegionTable regions;
  private final SectorKeywords keywords;
  private final Map<String, SourceDecoders> decoders = new HashMap<>();

  BatchLanding(
      RunConfig config,
      Path landingFolder,
      LandingOptions options,
      LandingListener listener,
      RegionTable regions,
      SectorKeywords keywords) {
    this.config = config;
    this.landingFolder = landingFolder;
    this.options = options;
    this.listener = listener;
    this.regions = regions;
    this.keywords = keywords;
  }

  /** The batch's folder, read now or standing from before. */
  Path land(List<Delivery> batch, BatchStore store) throws IOException {
    Path place = store.place(batch);
    if (Files.exists(place)) {
      batch.forEach(delivery -> listener.landed(delivery.path()));
      return place;
    }
    Map<Delivery, FileStopped> stopped = new HashMap<>();
    while (true) {
      Path beside = store.begin(batch);
      int before = stopped.size();
      write(batch, beside, stopped);
      // A file that stopped half way has left rows behind: write the batch again without it.
      if (stopped.size() == before) {
        batch.forEach(delivery -> listener.landed(delivery.path()));
        return store.finish(batch, beside);
      }
    }
  }

  private void write(List<Delivery> batch, Path folder, Map<Delivery, FileStopped> stopped)
      throws IOException {
    try (LandedFiles out = new LandedFiles(folder)) {
      for (Delivery delivery : batch) {
        FileStopped known = stopped.get(delivery);
        if (known != null) {
          stop(out, delivery, known);
        } else if (delivery.duplicateOf() != null) {
          note(out, delivery, Found.of("FILE_DUPLICATE", delivery.path(), delivery.duplicateOf()));
        } else {
          try {
            one(delivery, out);
          } catch (FileStopped e) {
            stopped.put(delivery, e);
            return;
          }
        }
      }
    }
  }

  private void one(Delivery delivery, LandedFiles out) throws IOException, FileStopped {
    Source source = sourceOf(delivery.sourceId());
    if (source == null) {
      throw new FileStopped("", Found.of("FILE_UNKNOWN", delivery.path()));
    }
    RowDecoder rows = new RowDecoder(config, source, delivery.path(), keywords);
    SourceDecoders fields =
        decoders.computeIfAbsent(
            source.sourceId(), id -> new SourceDecoders(config, source, regions, options.asOf()));
    new FileLanding(delivery, source, config.model(), rows, fields, out)
        .land(landingFolder.resolve(delivery.path()));
  }

  private @Nullable Source sourceOf(@Nullable String sourceId) {
    return config.sources().stream()
        .filter(source -> source.sourceId().equals(sourceId))
        .findFirst()
        .orElse(null);
  }

  private static void stop(LandedFiles out, Delivery delivery, FileStopped stopped)
      throws IOException {
    for (LandedRow.Located located : stopped.problems()) {
      out.problem(delivery, null, 0, located);
    }
    out.delivery(delivery, new DeliveryCounts());
  }

  private static void note(LandedFiles out, Delivery delivery, Found found) throws IOException {
    DeliveryCounts counts = new DeliveryCounts();
    counts.notes = 1;
    out.problem(delivery, null, 0, new LandedRow.Located("", found));
    out.delivery(delivery, counts);
  }
}
