package org.evenstar.engine;

import java.util.ServiceLoader;

/** Finds the engine for an address among those on the class path. */
public final class Engines {
  private Engines() {}

  /**
   * Opens an engine.
   *
   * @param address {@code duckdb}, {@code spark}, {@code spark://HOST:PORT}, …
   * @throws IllegalArgumentException when no provider on the class path opens it
   */
  public static Engine open(String address, EngineOptions options) {
    for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
      if (provider.opens(address)) {
        return provider.open(address, options);
      }
    }
    throw new IllegalArgumentException(
        "Cannot open engine '"
            + address
            + "': no such engine is installed; use duckdb, or add the Spark module for spark");
  }
}
