package org.evenstar.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Collectors;
import org.evenstar.engine.Engine;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.Stages;
import org.evenstar.schemas.config.BenchmarkSettings;

/**
 * The peer: the same cells by SQL as an analyst writes it, one grouping with three {@code
 * percentile_cont} for every cut, level and kind of period, in doubles. It does less than the path:
 * no revisions, no anchors, no age of evidence, no deciles, no change, no regions' estimates.
 */
final class HandWrittenSql implements Subject {
  private final List<String> cellTables = new ArrayList<>();

  @Override
  public void prepare(Engine engine, BenchFolder data, Path tables) {
    Stages stages = new Stages(data.config(), engine, tables, RunListener.SILENT);
    stages.register(data.landed());
    engine.register("current_dossier", data.landed().dossiers());
    stages.registerMembers();
  }

  @Override
  public void compute(
      Engine engine, BenchFolder data, Path tables, ObjDoubleConsumer<String> step) {
    for (String statement : resource("hand-written.sql").split(";\\s*", -1)) {
      if (!statement.isBlank()) {
        String table = statement.strip().lines().findFirst().orElseThrow().replace("-- ", "");
        long started = System.nanoTime();
        engine.create(table, statement);
        step.accept(table, (System.nanoTime() - started) / 1e9);
      }
    }
    long started = System.nanoTime();
    BenchmarkSettings settings = data.config().benchmark();
    List<List<String>> cuts = new ArrayList<>(List.of(List.of()));
    cuts.addAll(settings.cuts());
    for (List<String> cut : cuts) {
      List<String> levels =
          cut.contains("region")
              ? settings.regionLevels().stream().filter(level -> !level.equals("nation")).toList()
              : List.of("");
      for (String level : levels) {
        settings.periods().forEach(period -> cell(engine, cut, level, period));
      }
    }
    step.accept("cells", (System.nanoTime() - started) / 1e9);
  }

  private void cell(Engine engine, List<String> cut, String level, String period) {
    List<String> keys = new ArrayList<>(List.of("measure_kind", "measure_id", "member_period"));
    cut.forEach(dimension -> keys.add(column(dimension)));
    String by = String.join(", ", keys);
    String table = "cell_" + cellTables.size();
    engine.create(
        table,
        "select "
            + by
            + ", count(*) as n, avg(value) as mean, stddev_samp(value) as sd,"
            + " percentile_cont(0.25) within group (order by value) as q1,"
            + " percentile_cont(0.5) within group (order by value) as median,"
            + " percentile_cont(0.75) within group (order by value) as q3 from peer_value"
            + " inner join period_member on period_member.period = peer_value.period"
            + " and period_member.period_kind = '"
            + period
            + "'"
            + (level.isEmpty()
                ? ""
                : " inner join region_member on region_member.region_code = peer_value.region_code"
                    + " and region_member.region_level = '"
                    + level
                    + "'")
            + " group by "
            + by);
    cellTables.add(table);
  }

  private static String column(String dimension) {
    return switch (dimension) {
      case "region" -> "member_code";
      case "sector" -> "sector_id";
      default -> dimension;
    };
  }

  @Override
  public Map<String, Double> cells(Engine engine) {
    return CellSums.of(
        engine,
        cellTables.stream()
            .map(table -> "select n, mean, q1, median, q3 from " + table)
            .collect(Collectors.joining(" union all ", "(", ") as cells")),
        "true");
  }

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(HandWrittenSql.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
