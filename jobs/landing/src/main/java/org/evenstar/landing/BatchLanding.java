package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenstar.landing.decode.DaySpan;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.landing.decode.SectorKeywords;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.read.Archive;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;

/** Lands one batch of files into one set of tables; on one thread. */
final class BatchLanding {
  private static final String UNPACKED = "unpacked";

  private final RunConfig config;
  private final Path landingFolder;
  private final Path archive;
  private final LandingOptions options;
  private final LandingListener listener;
  private final RegionTable regions;
  private final SectorKeywords keywords;
  private final Map<String, SourceDecoders> decoders = new HashMap<>();
  private final Map<Delivery, FileStopped> stopped = new HashMap<>();
  private final Set<Delivery> asFractions = new HashSet<>();

  BatchLanding(
      RunConfig config,
      Path landingFolder,
      Path archive,
      LandingOptions options,
      LandingListener listener,
      RegionTable regions,
      SectorKeywords keywords) {
    this.config = config;
    this.landingFolder = landingFolder;
    this.archive = archive;
    this.options = options;
    this.listener = listener;
    this.regions = regions;
    this.keywords = keywords;
  }

  /** The batch's folder, read now or standing from before. */
  Path land(BatchStore.Batch batch, BatchStore store) throws IOException {
    Path place = batch.standing();
    if (place == null) {
      Path beside;
      do {
        // A file that stopped half way has left rows behind: write the batch again without it;
        // all of them are found before, so a batch is written three times at most.
        beside = store.begin(batch);
      } while (!write(batch.deliveries(), beside));
      place = store.finish(batch, beside, span());
    }
    batch.deliveries().forEach(delivery -> listener.landed(delivery.path()));
    return place;
  }

  private DaySpan span() {
    return decoders.values().stream().map(SourceDecoders::span).reduce(DaySpan.ANY, DaySpan::and);
  }

  /** Writes the whole batch; false when files have to be treated otherwise. */
  private boolean write(List<Delivery> batch, Path folder) throws IOException {
    List<DeliveryShape> shapes = new ArrayList<>();
    boolean isWhole = true;
    try (LandedFiles out = new LandedFiles(folder)) {
      for (Delivery delivery : batch) {
        FileStopped known = stopped.get(delivery);
        if (known != null) {
          stop(out, delivery, known);
        } else if (delivery.refused() != null) {
          stop(out, delivery, new FileStopped("", delivery.refused()));
        } else if (delivery.duplicateOf() != null) {
          note(out, delivery, Found.of("FILE_DUPLICATE", delivery.path(), delivery.duplicateOf()));
        } else {
          try {
            shapes.add(new DeliveryShape(delivery, one(delivery, folder, out)));
          } catch (FileStopped e) {
            stopped.put(delivery, e);
            isWhole = false;
          } catch (PercentForms.ReadAsFractions e) {
            asFractions.add(delivery);
            isWhole = false;
          }
        }
      }
    }
    DeliveryShape.write(folder, shapes);
    return isWhole;
  }

  private DeliveryCounts one(Delivery delivery, Path folder, LandedFiles out)
      throws IOException, FileStopped, PercentForms.ReadAsFractions {
    Source source = config.source(delivery.sourceId()).orElse(null);
    if (source == null) {
      throw new FileStopped("", Found.of("FILE_UNKNOWN", delivery.path()));
    }
    boolean areFractions = asFractions.contains(delivery);
    SourceDecoders fields =
        decoders.computeIfAbsent(
            source.sourceId() + areFractions,
            id -> new SourceDecoders(config, source, regions, options.asOf(), areFractions));
    Path file = landingFolder.resolve(delivery.file());
    Path unpacked = folder.resolve(UNPACKED);
    if (delivery.member() != null) {
      new Archive(file).unpack(delivery.member(), unpacked);
      file = unpacked;
    }
    try (ArchiveCopy copy =
        new ArchiveCopy(archive, file, delivery.sha256(), !source.personal().isEmpty())) {
      DeliveryCounts counts =
          new FileLanding(
                  config, delivery, source, fields, regions, keywords, areFractions, copy, out)
              .land(file);
      copy.keep();
      return counts;
    } finally {
      Files.deleteIfExists(unpacked);
    }
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
