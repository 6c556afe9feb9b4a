package org.evenstar.sample;

import java.nio.file.Path;
import org.evenstar.sample.SampleOptions.Planting;
import org.evenstar.schemas.Json;

/** The sample that is committed. */
final class SmallSample {
  static final SampleOptions OPTIONS = new SampleOptions(120, 6, 1, Planting.ALL, Planting.ALL);

  private SmallSample() {}

  static Path committed() {
    return Path.of("..", "..", "data-samples", "six-bodies");
  }

  static Truth truth(Path folder) {
    return Json.MAPPER.readValue(folder.resolve("truth.json").toFile(), Truth.class);
  }
}
