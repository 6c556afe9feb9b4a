package org.evenstar.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenstar.parquet.ParquetTableReader;
import org.evenstar.pipeline.publish.Manifest;
import org.jspecify.annotations.Nullable;

/** The states that the signals of the release before had. */
final class FormerSignals {
  private FormerSignals() {}

  static Map<String, String> of(Path out, Optional<Manifest> newest) throws IOException {
    if (newest.isEmpty()) {
      return Map.of();
    }
    Path file =
        out.resolve("releases")
            .resolve(newest.get().releaseId())
            .resolve("association/signal.parquet");
    if (!Files.exists(file)) {
      return Map.of();
    }
    Map<String, String> states = new HashMap<>();
    try (ParquetTableReader reader = ParquetTableReader.open(file)) {
      List<String> columns = reader.columns();
      int id = columns.indexOf("signal_id");
      int state = columns.indexOf("state");
      for (@Nullable Object[] row = reader.next(); row != null; row = reader.next()) {
        states.put(String.valueOf(row[id]), String.valueOf(row[state]));
      }
    }
    return states;
  }
}
