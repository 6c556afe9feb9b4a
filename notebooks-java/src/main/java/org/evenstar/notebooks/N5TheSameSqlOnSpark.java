package org.evenstar.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;

/** One query, two engines, the same numbers. */
final class N5TheSameSqlOnSpark implements Notebook {

  @Override
  public void run(Page page) throws IOException {
    // %% [markdown]
    // # 5 · 同一条 SQL 在 Spark 上运行 · The same SQL on Spark
    //
    // 本项目的每个数据集都是一个 SQL 文件，在 DuckDB（内嵌）与 Apache Spark（集群）上原样运行。
    // 两者的共同语言见 `docs/methods/sql.md`。下面的查询用它写成。
    //
    // Every dataset of this project is one SQL file that runs unchanged on DuckDB (embedded) and
    // on Apache Spark (a cluster). `docs/methods/sql.md` says what the two have in common; the
    // query below is written in it.
    // %%
    Path dossiers =
        Sample.release("six-bodies").resolve("releases/r0001/association/dossier.parquet");
    String query =
        """
        select
            unit37,
            count(*) as n,
            cast(sum(index_micro) as bigint) as index_sum,
            percentile_cont(0.5) within group (order by cast(index_micro as double)) as median
        from dossier
        where index_micro is not null
        group by unit37
        having count(*) >= 10
        order by count(*) desc, unit37
        """;
    page.show(query);
    // %% [markdown]
    // 引擎用地址打开：`duckdb`、`spark`（本机）、`spark://HOST:PORT`（集群）。未安装 Spark 时只显示代码；
    // 要在此运行，请用 `EVENSTAR_SPARK=1 ./evenstar notebooks` 启动。
    //
    // An engine is opened by its address: `duckdb`, `spark` (this machine), `spark://HOST:PORT`
    // (a cluster). Without Spark the code is only shown; start with `EVENSTAR_SPARK=1 ./evenstar
    // notebooks` to run it here.
    // %%
    Path spill = Files.createTempDirectory("evenstar-spill-");
    for (String address : List.of("duckdb", "spark")) {
      try (Engine engine = Engines.open(address, new EngineOptions(2, 1024, spill))) {
        engine.register("dossier", List.of(dossiers));
        StringBuilder lines = new StringBuilder(address + "\n");
        try (Rows rows = engine.query(query)) {
          while (rows.next()) {
            lines.append(
                "%s  n=%d  Σ=%d  median=%.6f%n"
                    .formatted(rows.textAt(0), rows.longAt(1), rows.longAt(2), rows.doubleAt(3)));
          }
        }
        page.show(lines.toString());
      } catch (IllegalArgumentException absent) {
        page.show(address + ": 此处未安装 · not installed here");
      }
    }
    // %% [markdown]
    // 整个流程也一样：`./evenstar run FOLDER --out DIR --engine spark`。合约测试在两个引擎上运行每个 SQL 文件，
    // 结果逐位相同。
    //
    // The whole path is the same: `./evenstar run FOLDER --out DIR --engine spark`. The contract
    // test runs every SQL file on both engines and compares to the last bit.
    // %% end
  }
}
