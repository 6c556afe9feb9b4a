package org.evenstar.pipeline;

import static org.evenstar.parquet.ColumnType.BOOLEAN;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.util.List;
import org.evenstar.engine.Engine;
import org.evenstar.schemas.config.BenchmarkSettings;

/** The crosses and measures that the configuration asks for, as tables for the SQL. */
final class BenchmarkCuts {
  private final BenchmarkSettings settings;

  BenchmarkCuts(BenchmarkSettings settings) {
    this.settings = settings;
  }

  void register(Engine engine, Path folder) {
    TableFile cuts =
        new TableFile("benchmark_cut")
            .columns(
                BOOLEAN,
                "by_region",
                "by_sector",
                "by_organisation_type",
                "by_applied_star",
                "by_awarded_star");
    cuts.row(false, false, false, false, false);
    for (List<String> cut : settings.cuts().stream().distinct().toList()) {
      if (!cut.isEmpty()) {
        cuts.row(
            cut.contains("region"),
            cut.contains("sector"),
            cut.contains("organisation_type"),
            cut.contains("applied_star"),
            cut.contains("awarded_star"));
      }
    }
    cuts.register(engine, folder);
    TableFile measures = new TableFile("benchmark_measure").column("measure_kind", TEXT);
    settings.measures().stream().distinct().forEach(measures::row);
    measures.register(engine, folder);
  }
}
