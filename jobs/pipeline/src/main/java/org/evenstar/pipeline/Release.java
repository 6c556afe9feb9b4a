package org.evenstar.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenstar.engine.Engine;
import org.evenstar.landing.Parallel;
import org.evenstar.pipeline.disclose.DisclosureRecord;
import org.evenstar.pipeline.disclose.ReleaseAttack;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.Publisher;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.pipeline.publish.change.ReleaseDiff;
import org.evenstar.pipeline.publish.metadata.ReleaseMetadata;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.dataset.DatasetSchema;

/** The release that a run makes, unless nothing has changed since the newest. */
final class Release {
  /** Tables that publishing shows under another name. */
  private static final Map<String, String> TABLES =
      Map.of("delivery", "landed_delivery", "lineage", "dossier");

  private final RunConfig config;
  private final RunOptions options;
  private final Map<String, String> inputs;
  private final Optional<Manifest> newest;

  Release(
      RunConfig config, RunOptions options, Map<String, String> inputs, Optional<Manifest> newest) {
    this.config = config;
    this.options = options;
    this.inputs = inputs;
    this.newest = newest;
  }

  /** Whether the newest release was made from the same input, configuration, day and code. */
  boolean isAsBefore() {
    return newest.isPresent()
        && newest.get().inputs().equals(inputs)
        && newest.get().configHash().equals(config.hash())
        && newest.get().asOf().equals(options.asOf().toString())
        && newest.get().codeVersion().equals(options.codeVersion());
  }

  /** The folder of the newest release; there must be one. */
  Path standing() {
    return options.out().resolve("releases").resolve(newest.orElseThrow().releaseId());
  }

  /** The folders of all releases that stand, oldest first: readers hold them. */
  List<Path> standingBefore() throws IOException {
    Path releases = options.out().resolve("releases");
    return ReleaseStore.releases(options.out()).stream().map(releases::resolve).toList();
  }

  int datasets() {
    return schemas().size();
  }

  /** What is published: the institution tier only where the run asks for it. */
  private List<DatasetSchema> schemas() {
    return DatasetSchema.all().stream()
        .filter(schema -> config.run().hasInstitutionFiles() || !schema.isPrivate())
        .toList();
  }

  /**
   * Writes the release; it is finished when the receipts are, so that none is missing beside it.
   */
  Path publish(Engine engine, ReleaseStore store, RunListener listener, Receipts receipts)
      throws IOException {
    String id = store.nextId();
    Path folder = store.begin(id);
    Publisher publisher = new Publisher(engine, folder, Pipeline.footer(config));
    write(publisher, listener);
    attack(folder);
    Files.writeString(
        folder.resolve("model.json"), Json.MAPPER.writeValueAsString(config.model()) + "\n");
    Manifest head =
        new Manifest(
            id,
            newest.map(Manifest::releaseId).orElse(null),
            config.run().title(),
            options.asOf().toString(),
            config.model().modelId(),
            config.model().version(),
            config.model().inferred(),
            config.run().synthetic(),
            engine.name(),
            options.codeVersion(),
            config.hash(),
            inputs,
            List.of(),
            List.of());
    new ReleaseMetadata(folder, head, config.run().publication())
        .write(schemas(), publisher.datasets());
    if (newest.isPresent()) {
      new ReleaseDiff(engine, standing(), newest.get(), folder, head).write();
    }
    publisher.writeManifest(head);
    receipts.await();
    return store.finish(id, folder);
  }

  /** A release from which something withheld can be learnt is not finished. */
  private void attack(Path folder) throws IOException {
    Path record = options.out().resolve(".work/tables").resolve(DisclosureRecord.FILE);
    Files.copy(record, folder.resolve("association").resolve(DisclosureRecord.FILE));
    ReleaseAttack.Result result = new ReleaseAttack(folder, standingBefore()).run();
    if (!result.passes()) {
      throw new IOException(
          "Cannot publish release: "
              + result.learnt().size()
              + " withheld figures can be learnt from it, the first is "
              + result.learnt().get(0)
              + "; withhold more by must_hide in config/disclosure.json, or publish fewer cuts or"
              + " periods in config/benchmark.json");
    }
  }

  private void write(Publisher publisher, RunListener listener) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(options.threads());
    try {
      List<Future<Long>> writing = new ArrayList<>();
      for (DatasetSchema schema : schemas()) {
        writing.add(
            pool.submit(
                () -> {
                  long started = System.nanoTime();
                  long rows =
                      publisher.write(
                          schema, TABLES.getOrDefault(schema.dataset(), schema.dataset()));
                  Duration took = Duration.ofNanos(System.nanoTime() - started);
                  listener.stepDone(
                      "6-publish", schema.tiers().get(0) + "/" + schema.dataset(), took);
                  return rows;
                }));
      }
      for (Future<Long> dataset : writing) {
        Parallel.result(dataset);
      }
    } finally {
      Parallel.end(pool);
    }
  }
}
