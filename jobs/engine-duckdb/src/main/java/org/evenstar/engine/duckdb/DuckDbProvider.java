package org.evenstar.engine.duckdb;

import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.EngineProvider;

/** Opens {@code duckdb}: one embedded database in memory that spills to disk. */
public final class DuckDbProvider implements EngineProvider {

  @Override
  public boolean opens(String address) {
    return address.equals("duckdb");
  }

  @Override
  public Engine open(String address, EngineOptions options) {
    return new DuckDbEngine(options);
  }
}
