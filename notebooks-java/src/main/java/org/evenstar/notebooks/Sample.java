package org.evenstar.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.schemas.config.RunConfig;

/** The run folders of {@code data-samples/}, and a release of each, made when first asked for. */
public final class Sample {
  private static final int THREADS = 2;
  private static final long MEGABYTES = 1024;

  private Sample() {}

  /**
   * The run folder of a sample.
   *
   * @param name such as {@code six-bodies}
   */
  public static Path folder(String name) {
    return home().resolve("data-samples").resolve(name);
  }

  /** The output folder of a sample's run. */
  public static Path release(String name) throws IOException {
    Path out = home().resolve("notebooks-java/target/samples").resolve(name);
    return Files.exists(out.resolve("current")) ? out : run(folder(name), out);
  }

  /**
   * Runs a folder of deliveries as {@code evenstar run} does.
   *
   * @return the output folder
   */
  public static Path run(Path folder, Path out) throws IOException {
    RunConfig config = RunConfig.load(folder);
    new Pipeline(
            config,
            new RunOptions(
                out,
                "duckdb",
                THREADS,
                MEGABYTES,
                Objects.requireNonNull(config.run().asOf()),
                "notebook"),
            RunListener.SILENT)
        .run();
    return out;
  }

  /** The folder that holds {@code data-samples}: where the notebook runs, or above. */
  private static Path home() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("data-samples"))) {
      Path above = folder.getParent();
      if (above == null) {
        throw new IllegalStateException(
            "Cannot find data-samples: start the notebook inside the project");
      }
      folder = above;
    }
    return folder;
  }
}
