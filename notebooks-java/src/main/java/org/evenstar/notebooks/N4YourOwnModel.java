package org.evenstar.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenstar.api.Evenstar;
import org.evenstar.api.Release;
import org.evenstar.api.Table;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.BinomialInterval;

/** An indicator of one's own as a query, a model of one's own as a file. */
final class N4YourOwnModel implements Notebook {

  @Override
  public void run(Page page) throws IOException {
    // %% [markdown]
    // # 4 · 写自己的指标或模型 · Write your own indicator or model
    //
    // **自己的指标**就是一条查询加一个统计量。例：申请星级中有多大比例未能获得？
    //
    // **An indicator of your own** is a query and a statistic. Say: what share of institutions
    // got fewer stars than they applied for?
    // %%
    Release release = Evenstar.open(Sample.release("six-bodies"));
    Table counts =
        release.sql(
            """
            select body_id, count(*) as n,
                cast(sum(case when awarded_star < applied_star then 1 else 0 end) as bigint) as n_below
            from dossier
            where applied_star is not null and awarded_star is not null
            group by body_id
            order by body_id
            """);
    page.show(counts);
    // %%
    IntervalChart chart =
        new IntervalChart("低于申请星级的比例，Wilson 95% · share below what was applied for", 0);
    counts.forEach(
        row -> {
          Estimate share = BinomialInterval.wilson(row.whole("n_below"), row.whole("n"), 0.95);
          chart.add(
              release.label("body", row.text("body_id")).zh(),
              share.value().orElseThrow(),
              share.interval().orElseThrow().lower(),
              share.interval().orElseThrow().upper());
        });
    page.show(chart);
    // %% [markdown]
    // **自己的模型**是运行文件夹中的一个 JSON 文件。这里把每级要求的符合率门槛从 0.80 改为 0.70，
    // 重新运行，看看有多少家机构的星级会改变。没有改一行代码。
    //
    // **A model of your own** is a JSON file in the run folder. Here the threshold of a star
    // falls from 0.80 to 0.70; run again and see whose star would change. No code is touched.
    // %%
    Path copy = Files.createTempDirectory("evenstar-own-model-");
    Path original = Sample.folder("six-bodies");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve("run").resolve(original.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Path model = copy.resolve("run/config/models/CN-SME-SVC.json");
    String text = Files.readString(model);
    Files.writeString(model, text.replace("\"threshold\": \"0.80\"", "\"threshold\": \"0.70\""));
    Release other = Evenstar.open(Sample.run(copy.resolve("run"), copy.resolve("out")));
    page.show(
        "%s → %s".formatted(release.model().rule().threshold(), other.model().rule().threshold()));
    // %%
    BarChart bars = new BarChart("重算星级 · recomputed stars: 0.80 | 0.70");
    for (Release each : List.of(release, other)) {
      each.sql(
              """
              select recomputed_star, count(*) as n from dossier
              where recomputed_star is not null
              group by recomputed_star
              order by recomputed_star
              """)
          .forEach(
              row ->
                  bars.add(
                      each.model().rule().threshold() + "  ★" + row.text("recomputed_star"),
                      row.number("n").orElseThrow()));
    }
    page.show(bars);
    release.close();
    other.close();
    // %% [markdown]
    // 整个新模型（域、指标、评分方式、星级规则）也只是一个文件，例见 `data-samples/alt-100`。
    //
    // A whole new model (domains, indicators, how they are scored, the rule of stars) is one
    // file as well: see `data-samples/alt-100`.
    // %% end
  }
}
