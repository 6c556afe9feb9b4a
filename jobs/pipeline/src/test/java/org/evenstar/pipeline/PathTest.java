package org.evenstar.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the path from landed rows to its tables. */
abstract class PathTest {
  @TempDir Path folder;
  protected PathFixture path;
  protected final LandedFixture landed = new LandedFixture();

  @BeforeEach
  void open() {
    path = new PathFixture(folder);
  }

  @AfterEach
  void close() {
    path.close();
  }

  /** Runs the path over the landed rows. */
  protected void run() {
    path.run(landed);
  }

  /** Rows of a query, cells joined by {@code |}. */
  protected List<String> all(String query) {
    return path.all(query);
  }
}
