package org.evenstar.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;

/**
 * The peer in R: the same cells by data.table. It reads comma-separated texts, which are written
 * and read before the clock starts; the path's clock includes reading Parquet.
 */
final class DataTable {
  private static final List<String> TABLES =
      List.of("score", "dossier", "item", "region", "period");

  private DataTable() {}

  static Measured measure(BenchProcess process) throws IOException {
    Path texts = Files.createDirectories(process.work().resolve("part/texts"));
    write(process, texts);
    Path script = texts.resolve("data-table.R");
    Files.writeString(script, HandWrittenSql.resource("data-table.R"), StandardCharsets.UTF_8);
    Path result = process.work().resolve("result.json");
    process.run(
        "data.table",
        List.of(
            "Rscript",
            "--vanilla",
            script.toString(),
            texts.toString(),
            Integer.toString(process.threads()),
            result.toString()));
    return BenchProcess.read(result);
  }

  private static void write(BenchProcess process, Path texts) throws IOException {
    try (Engine engine =
        Engines.open(
            "duckdb",
            new EngineOptions(
                process.threads(), process.memoryMegabytes(), texts.resolve("spill")))) {
      new HandWrittenSql().prepare(engine, process.data(), texts);
      for (String table : TABLES) {
        try (Rows rows = engine.query(query(table));
            var out =
                Files.newBufferedWriter(texts.resolve(table + ".csv"), StandardCharsets.UTF_8)) {
          out.write(String.join(",", rows.columns()) + "\n");
          StringBuilder line = new StringBuilder();
          while (rows.next()) {
            line.setLength(0);
            for (int i = 0; i < rows.columns().size(); i++) {
              line.append(i == 0 ? "" : ",").append(rows.isNull(i) ? "" : rows.textAt(i));
            }
            out.append(line.append('\n'));
          }
        }
      }
    }
  }

  private static String query(String table) {
    return switch (table) {
      case "score" ->
          "select row_key, item_no, score_micro, case when absence = 'NOT_APPLICABLE' then 1 else 0"
              + " end as is_set_aside from landed_score";
      case "dossier" ->
          "select row_key, period, region_code, sector_id, organisation_type, applied_star,"
              + " awarded_star from landed_dossier";
      case "item" -> "select item_no, domain_id, indicator_id, star from model_item";
      case "region" -> "select region_code, region_level, member_code from region_member";
      default -> "select period, period_kind, member_period from period_member";
    };
  }
}
