package org.evenstar.reports.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.reports.block.DataBlock;

/**
 * The map's values, one script a measure, because a page opened from disk may fetch nothing else.
 */
public final class PolicyFiles {
  private PolicyFiles() {}

  /** Writes {@code map-<kind>-<id>.js} for every measure. */
  public static void write(PolicyData data, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (PolicyData.Measure measure : data.measures()) {
      String script =
          "Evenstar.loaded("
              + new DataBlock(measure.key()).text()
              + ","
              + new DataBlock(MapSection.values(data, measure)).text()
              + ");\n";
      Files.writeString(folder.resolve(fileName(measure)), script, StandardCharsets.UTF_8);
    }
  }

  static String fileName(PolicyData.Measure measure) {
    return "map-" + PageNames.of(measure.kind()) + "-" + PageNames.of(measure.id()) + ".js";
  }
}
