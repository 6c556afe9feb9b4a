package org.evenstar.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenstar.engine.Engine;
import org.evenstar.landing.Folders;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.Model;

/**
 * The steps that need nothing but a dossier's own scores and the model. They run on some landed
 * batches at a time, so that what they group stays small, and what they make of a batch is kept: a
 * new month computes the new month.
 *
 * <p>A piece is a folder named by what it was made from, and in it a folder of Parquet files for
 * each step. It is written beside and renamed, so a piece that stands is whole.
 */
final class OwnScores {
  private static final String INDEX = "index.txt";

  private final Engine engine;
  private final Path folder;
  private final List<SqlPath.Step> steps;
  private final String maker;
  private final Map<String, Duration> took = new LinkedHashMap<>();

  /** Some batches, and the folder of what was made of them. */
  private record Piece(List<Landed.Batch> batches, Path place) {}

  /**
   * @param folder where the pieces are, and remain
   */
  OwnScores(Engine engine, Path folder, Model model) {
    this.engine = engine;
    this.folder = folder;
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
    Files.createDirectories(folder);
    List<Piece> pieces = new ArrayList<>();
    List<Landed.Batch> fresh = standing(landed.batches(), pieces);
    steps.forEach(step -> took.put(step.dataset(), Duration.ZERO));
    for (List<Landed.Batch> batches : portions(fresh)) {
      pieces.add(compute(batches));
    }
    Folders.keep(folder, pieces.stream().map(Piece::place).collect(Collectors.toSet()));
    for (SqlPath.Step step : steps) {
      List<Path> files = new ArrayList<>();
      for (Piece piece : pieces) {
        files.addAll(files(piece.place().resolve(step.dataset())));
      }
      engine.register(step.dataset(), files);
    }
    return took;
  }

  /** Adds the pieces that stand and hold nothing but what landed; the batches that none holds. */
  private List<Landed.Batch> standing(List<Landed.Batch> batches, List<Piece> pieces)
      throws IOException {
    Map<String, Landed.Batch> wanted = new LinkedHashMap<>();
    batches.forEach(batch -> wanted.put(batch.name(), batch));
    List<Path> places;
    try (Stream<Path> found = Files.list(folder)) {
      places = found.filter(place -> Files.exists(place.resolve(INDEX))).sorted().toList();
    }
    for (Path place : places) {
      List<String> lines = Files.readAllLines(place.resolve(INDEX), StandardCharsets.UTF_8);
      List<String> names = lines.subList(1, lines.size());
      if (lines.get(0).equals(maker)
          && !String.valueOf(place.getFileName()).startsWith(".")
          && wanted.keySet().containsAll(names)
          && isWhole(place)) {
        pieces.add(new Piece(names.stream().map(wanted::remove).toList(), place));
      }
    }
    return List.copyOf(wanted.values());
  }

  private boolean isWhole(Path place) throws IOException {
    for (SqlPath.Step step : steps) {
      Path made = place.resolve(step.dataset());
      if (!Files.isDirectory(made) || files(made).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Batches that are computed at a time. */
  private List<List<Landed.Batch>> portions(List<Landed.Batch> batches) throws IOException {
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

  private Piece compute(List<Landed.Batch> batches) throws IOException {
    String index =
        maker + "\n" + batches.stream().map(b -> b.name() + "\n").collect(Collectors.joining());
    Path place = folder.resolve(Folders.nameFor(index));
    Path beside = folder.resolve("." + place.getFileName() + ".tmp");
    Folders.delete(beside);
    Files.createDirectories(beside);
    register("landed_dossier", batches, Landed.Batch::dossiers);
    register("landed_score", batches, Landed.Batch::scores);
    for (SqlPath.Step step : steps) {
      long started = System.nanoTime();
      Path made = beside.resolve(step.dataset());
      engine.write(step.query(), made);
      engine.register(step.dataset(), files(made));
      took.merge(step.dataset(), Duration.ofNanos(System.nanoTime() - started), Duration::plus);
    }
    Files.writeString(beside.resolve(INDEX), index);
    return new Piece(batches, Folders.replace(beside, place));
  }

  private void register(
      String table, List<Landed.Batch> batches, Function<Landed.Batch, List<Path>> files) {
    engine.register(table, batches.stream().flatMap(batch -> files.apply(batch).stream()).toList());
  }

  private static List<Path> files(Path made) throws IOException {
    try (Stream<Path> found = Files.list(made)) {
      return found
          .filter(file -> String.valueOf(file.getFileName()).matches("[^._].*\\.parquet"))
          .sorted()
          .toList();
    }
  }
}
