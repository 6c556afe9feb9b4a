package org.evenstar.engine;

import java.nio.file.Path;

/**
 * Limits of an engine.
 *
 * @param threads threads on this machine, at least 1
 * @param memoryMegabytes memory the engine may hold before it spills, at least 256
 * @param temporaryFolder where it may spill; made when needed, removed on close
 */
public record EngineOptions(int threads, long memoryMegabytes, Path temporaryFolder) {

  public EngineOptions {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Cannot run an engine on '" + threads + "' threads: at least 1 is needed");
    }
    if (memoryMegabytes < 256) {
      throw new IllegalArgumentException(
          "Cannot run an engine in '" + memoryMegabytes + "' MB: at least 256 are needed");
    }
  }
}
