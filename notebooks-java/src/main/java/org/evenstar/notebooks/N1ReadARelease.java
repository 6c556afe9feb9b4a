package org.evenstar.notebooks;

import java.io.IOException;
import org.evenstar.api.BenchmarkCell;
import org.evenstar.api.Evenstar;
import org.evenstar.api.Release;
import org.evenstar.api.Table;

/** How a release is opened, searched and drawn. */
final class N1ReadARelease implements Notebook {

  @Override
  public void run(Page page) throws IOException {
    // %% [markdown]
    // # 1 · 一行代码读取一个发布版本 · Read a release in one line
    //
    // 发布版本是一个文件夹：`out/releases/r0001`。打开它只需一行；数据集按名称读取，
    // 也可用 SQL 查询（DuckDB 直接读取 Parquet 文件，无需安装）。
    // 这里用样例数据；换成自己的文件夹即可。
    //
    // A release is a folder: `out/releases/r0001`. One line opens it; its datasets are read by
    // name or by SQL (DuckDB reads the Parquet files where they lie, nothing to install). Here
    // it is the sample's; put your own folder in its place. The data are made up.
    // %%
    Release release = Evenstar.open(Sample.release("six-bodies"));
    page.show(release.toString());
    page.show(
        release.benchmark().schema().title().zh()
            + " · "
            + release.benchmark().schema().title().en());
    // %% [markdown]
    // **基准**：每个单元格与指标一行，`*` 表示全部。`where` 筛选，`select` 选列，`table` 读取。
    //
    // **The benchmark**: one row per cell and measure, `*` means all. `where` narrows, `select`
    // chooses columns, `table` reads.
    // %%
    Table domains =
        release
            .benchmark()
            .where("region_level", "nation")
            .where("period_kind", "all")
            .where("sector_id", "*")
            .where("organisation_type", "*")
            .where("applied_star", "*")
            .where("awarded_star", "*")
            .where("measure_kind", "domain")
            .select("measure_id", "n", "mean", "mean_lo", "mean_hi", "median", "obs_status")
            .table();
    page.show(domains);
    // %%
    IntervalChart chart = new IntervalChart("各域平均得分及 95% 区间 · mean of each domain, 95 %", 0.5);
    domains.forEach(
        row ->
            chart.add(
                release.label("domain", row.text("measure_id")).zh(),
                row.number("mean").orElseThrow(),
                row.number("mean_lo").orElseThrow(),
                row.number("mean_hi").orElseThrow()));
    page.show(chart);
    // %% [markdown]
    // **带类型的行**：每行成为一个记录；不公布的值是空值，绝不是 0。
    //
    // **Typed rows**: each row becomes a record; a value that is withheld is empty, never 0.
    // %%
    long withheld =
        release.benchmark().as(BenchmarkCell.class).stream()
            .filter(cell -> cell.mean().isEmpty())
            .count();
    page.show(withheld + " / " + release.benchmark().count());
    // %% [markdown]
    // **SQL**：每个数据集都是一张表。**SQL**: every dataset is a table.
    // %%
    page.show(
        release.sql(
            """
            select awarded_star, count(*) as n, median(index_micro) / 1e6 as median_index
            from dossier
            where not is_expired
            group by awarded_star
            order by awarded_star
            """));
    release.close();
    // %% end
  }
}
