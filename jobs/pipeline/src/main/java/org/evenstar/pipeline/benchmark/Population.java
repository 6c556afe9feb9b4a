package org.evenstar.pipeline.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code config/population.csv} (region_code, sector_id, n_known): how many institutions are known.
 *
 * <p>A row counts in every region its own region belongs to, and in all sectors together; {@code *}
 * as region is the nation, as sector all of them. A row of the cell itself wins over the sum of the
 * rows inside it, so rows of one level (say, provinces) are enough.
 */
public final class Population {
  private final Map<String, Long> exact = new HashMap<>();
  private final Map<String, Long> summed = new HashMap<>();

  /**
   * Reads the file; nothing is known when there is none.
   *
   * @param members the regions a region belongs to, by level
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public Population(Path file, Function<String, Map<String, String>> members) {
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      reader.readLine();
      int number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(file, number, line.split(",", -1), members);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(
      Path file, int number, String[] cells, Function<String, Map<String, String>> members) {
    if (cells.length != 3 || !cells[2].strip().matches("[0-9]{1,12}")) {
      throw new IllegalArgumentException(
          "Cannot read population '"
              + file.getFileName()
              + "' line "
              + number
              + ": expected region_code,sector_id,n_known with a whole number; correct the line");
    }
    long n = Long.parseLong(cells[2].strip());
    String region = cells[0].strip();
    String sector = cells[1].strip();
    exact.merge(key(region, sector), n, Math::addExact);
    // a province that is also one of the 37 units is one region of two levels
    Set.copyOf(members.apply(region).values())
        .forEach(
            member -> {
              summed.merge(key(member, sector), n, Math::addExact);
              if (!sector.equals("*")) {
                summed.merge(key(member, "*"), n, Math::addExact);
              }
            });
  }

  /** Institutions known in a cell; empty when the file does not say. */
  OptionalLong known(CellKeys.Cell cell) {
    String key = key(cell.region().code(), cell.sectorId());
    Long n = exact.containsKey(key) ? exact.get(key) : summed.get(key);
    return cell.isRegionAndSector() && n != null ? OptionalLong.of(n) : OptionalLong.empty();
  }

  private static String key(String region, String sector) {
    return region + "|" + sector;
  }
}
