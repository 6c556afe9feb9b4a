package org.evenstar.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenstar.engine.Engine;
import org.evenstar.landing.Folders;
import org.evenstar.landing.KeptFolders;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.Model;

/**
 * The steps that need nothing but a dossier's own scores and the model. They run on some landed
 * batches at a time, so that what they group stays small, and what they make of a batch is kept: a
 * new month computes the new month. In the folder of a piece each step has a folder of Parquet
 * files.
 */
final class OwnScores {
  private final Engine engine;
  private final KeptFolders kept;
  private final List<SqlPath.Step> steps;
  private final String maker;
  private final Map<String, Duration> took = new LinkedHashMap<>();

  /**
   * @param folder where the pieces are, and remain
   */
  OwnScores(Engine engine, Path folder, Model model) {
    this.engine = engine;
    this.kept = new KeptFolders(folder);
    this.steps = SqlPath.steps().stream().filter(SqlPath.Step::isOfOwnScores).toList();
    this.maker =
        Folders.nameFor(
            engine.name()
                + Json.MAPPER.writeValueAsString(model)
                + steps.stream().map(SqlPath.Step::query).collect(Collectors.joining()));
  }

  /**
   * Makes the steps' tables for all that landed, computing what is new.
   *
   * @return how long each step took
   */
  Map<String, Duration> make(Landed landed) throws IOException {
    Map<String, Landed.Batch> wanted = new LinkedHashMap<>();
    landed.batches().forEach(batch -> wanted.put(batch.name(), batch));
    List<Path> pieces = new ArrayList<>();
    kept.take(wanted, (head, place) -> head.equals(maker) && isWhole(place))
        .forEach(piece -> pieces.add(piece.place()));
    steps.forEach(step -> took.put(step.dataset(), Duration.ZERO));
    for (List<Landed.Batch> fresh : portions(wanted.values())) {
      pieces.add(compute(fresh));
    }
    kept.removeOthers(Set.copyOf(pieces));
    for (SqlPath.Step step : steps) {
      List<Path> files = new ArrayList<>();
      for (Path piece : pieces) {
        files.addAll(Engine.written(piece.resolve(step.dataset())));
      }
      engine.register(step.dataset(), files);
    }
    return took;
  }

  private boolean isWhole(Path place) throws IOException {
    for (SqlPath.Step step : steps) {
      if (Engine.written(place.resolve(step.dataset())).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Batches that are computed at a time. */
  private List<List<Landed.Batch>> portions(Collection<Landed.Batch> batches) throws IOException {
    List<List<Landed.Batch>> portions = new ArrayList<>();
    List<Landed.Batch> portion = new ArrayList<>();
    long bytes = 0;
    for (Landed.Batch batch : batches) {
      long size = 0;
      for (Path scores : batch.scores()) {
        size += Files.size(scores);
      }
      if (!portion.isEmpty() && bytes + size > engine.pieceBytes()) {
        portions.add(portion);
        portion = new ArrayList<>();
        bytes = 0;
      }
      portion.add(batch);
      bytes += size;
    }
    if (!portion.isEmpty()) {
      portions.add(portion);
    }
    return portions;
  }

  private Path compute(List<Landed.Batch> batches) throws IOException {
    List<String> names = batches.stream().map(Landed.Batch::name).toList();
    Path beside = kept.begin(names);
    register("landed_dossier", batches, Landed.Batch::dossiers);
    register("landed_score", batches, Landed.Batch::scores);
    for (SqlPath.Step step : steps) {
      long started = System.nanoTime();
      Path made = beside.resolve(step.dataset());
      engine.write(step.query(), made);
      engine.register(step.dataset(), Engine.written(made));
      took.merge(step.dataset(), Duration.ofNanos(System.nanoTime() - started), Duration::plus);
    }
    return kept.finish(beside, maker, names);
  }

  private void register(
      String table, List<Landed.Batch> batches, Function<Landed.Batch, List<Path>> files) {
    engine.register(table, batches.stream().flatMap(batch -> files.apply(batch).stream()).toList());
  }
}
