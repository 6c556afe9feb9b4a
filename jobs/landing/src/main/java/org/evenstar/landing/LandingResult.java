package org.evenstar.landing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What landing left.
 *
 * @param folders one folder a batch, each with the four landed tables as Parquet
 * @param inputs SHA-256 of every file by its path below {@code landing/}
 */
public record LandingResult(List<Path> folders, Map<String, String> inputs) {

  public LandingResult {
    folders = List.copyOf(folders);
    inputs = Map.copyOf(inputs);
  }

  /** The Parquet files of one landed table: dossier, score, problem or delivery. */
  public List<Path> files(String table) {
    return folders.stream().map(folder -> folder.resolve(table + ".parquet")).toList();
  }
}
