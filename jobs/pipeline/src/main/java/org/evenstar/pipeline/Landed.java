package org.evenstar.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.landing.LandingResult;

/**
 * What landing left behind: Parquet files of the four landed tables (docs/contracts.md, section 2).
 *
 * @param batches dossiers and their scores
 * @param inputs SHA-256 of every delivery file, by path below {@code landing/}
 */
public record Landed(
    List<Batch> batches, List<Path> problems, List<Path> deliveries, Map<String, String> inputs) {

  /**
   * Files of dossiers and of all their scores.
   *
   * @param name tells what is in them, and the version that read it, from everything else
   */
  public record Batch(String name, List<Path> dossiers, List<Path> scores) {

    public Batch {
      dossiers = List.copyOf(dossiers);
      scores = List.copyOf(scores);
    }
  }

  public Landed {
    batches = List.copyOf(batches);
    problems = List.copyOf(problems);
    deliveries = List.copyOf(deliveries);
    inputs = Map.copyOf(inputs);
  }

  /** The tables of a landing. */
  public static Landed of(LandingResult result) {
    return new Landed(
        result.batches().stream()
            .map(
                folder ->
                    new Batch(
                        String.valueOf(folder.getFileName()),
                        List.of(folder.resolve("dossier.parquet")),
                        List.of(folder.resolve("score.parquet"))))
            .toList(),
        result.files("problem"),
        result.files("delivery"),
        result.inputs());
  }

  /** The files of all dossiers. */
  public List<Path> dossiers() {
    return batches.stream().flatMap(batch -> batch.dossiers().stream()).toList();
  }

  /** The files of all scores. */
  public List<Path> scores() {
    return batches.stream().flatMap(batch -> batch.scores().stream()).toList();
  }

  /** Makes the tables readable for the SQL. */
  public void register(Engine engine) {
    engine.register("landed_dossier", dossiers());
    engine.register("landed_score", scores());
    engine.register("landed_problem", problems);
    engine.register("landed_delivery", deliveries);
  }
}
