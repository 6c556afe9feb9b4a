package org.evenstar.engine;

import java.util.Optional;
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
    return provider(address)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot open engine '"
                        + address
                        + "': no such engine is installed; use duckdb, or add the Spark module"
                        + " for spark"))
        .open(address, options);
  }

  /** Loads an engine's libraries on a thread of its own while the caller does other work. */
  public static void warmUp(String address) {
    Thread thread =
        new Thread(() -> provider(address).ifPresent(EngineProvider::warmUp), "engine-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static Optional<EngineProvider> provider(String address) {
    for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
      if (provider.opens(address)) {
        return Optional.of(provider);
      }
    }
    return Optional.empty();
  }
}
