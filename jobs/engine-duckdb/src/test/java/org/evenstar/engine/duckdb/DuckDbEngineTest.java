package org.evenstar.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineContract;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.junit.jupiter.api.Test;

class DuckDbEngineTest extends EngineContract {

  @Override
  protected Engine open(EngineOptions options) {
    return Engines.open("duckdb", options);
  }

  @Test
  void theNameTellsTheVersion() {
    assertThat(engine.name()).startsWith("duckdb 2.0.0");
  }
}
