package org.evenstar.engine.duckdb;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.EngineProvider;

/** Opens {@code duckdb}: one embedded database in memory that spills to disk. */
public final class DuckDbProvider implements EngineProvider {

  @Override
  public boolean opens(String address) {
    return address.equals("duckdb");
  }

  /** Unpacks and loads the native library; a failure shows again when the engine is opened. */
  @Override
  public void warmUp() {
    try {
      DriverManager.getConnection("jdbc:duckdb:").close();
    } catch (SQLException e) {
      System.getLogger(DuckDbProvider.class.getName()).log(System.Logger.Level.DEBUG, e::toString);
    }
  }

  @Override
  public Engine open(String address, EngineOptions options) {
    return new DuckDbEngine(options);
  }
}
