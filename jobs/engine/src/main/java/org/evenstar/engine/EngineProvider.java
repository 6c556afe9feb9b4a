package org.evenstar.engine;

/** Opens one kind of engine; found through {@link java.util.ServiceLoader}. */
public interface EngineProvider {

  /** Whether this provider opens such an address: {@code duckdb}, {@code spark}, … */
  boolean opens(String address);

  /**
   * Opens an engine.
   *
   * @throws EngineException when it cannot be started
   */
  Engine open(String address, EngineOptions options);

  /** Loads what opening needs, ahead of time; may do nothing. */
  default void warmUp() {}
}
