package org.evenstar.pipeline;

import java.time.Duration;

/** Hears what a run is doing; for progress bars and logs. */
public interface RunListener {

  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  /** A stage begins. */
  default void stageStarted(String stage, int steps) {}

  /** A dataset of the stage is done. */
  default void stepDone(String stage, String dataset, Duration took) {}

  /** A stage ended. */
  default void stageDone(String stage, Duration took) {}
}
