package org.evenstar.landing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What landing left.
 *
 * @param batches one folder a batch, each with the four landed tables as Parquet; a folder's name
 *     tells what is in it
 * @param together a folder of the same tables for what all deliveries together tell: problems only
 * @param inputs SHA-256 of every file by its path below {@code landing/}
 */
public record LandingResult(List<Path> batches, Path together, Map<String, String> inputs) {

  public LandingResult {
    batches = List.copyOf(batches);
    inputs = Map.copyOf(inputs);
  }

  /** The Parquet files of one landed table: dossier, score, problem or delivery. */
  public List<Path> files(String table) {
    return Stream.concat(batches.stream(), Stream.of(together))
        .map(folder -> folder.resolve(table + ".parquet"))
        .toList();
  }
}
