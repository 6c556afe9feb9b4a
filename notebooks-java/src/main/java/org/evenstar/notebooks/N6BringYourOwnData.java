package org.evenstar.notebooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeMap;
import org.evenstar.api.Evenstar;
import org.evenstar.api.Release;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.receipt.ReceiptBook;
import org.evenstar.pipeline.DeliveryCheck;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;

/** From a raw CSV to signals, by configuration alone. */
final class N6BringYourOwnData implements Notebook {

  @Override
  public void run(Page page) throws IOException {
    // %% [markdown]
    // # 6 · 用自己的数据：咖啡杯测 · Bring your own data: coffee cupping
    //
    // 这些是真实数据：咖啡质量学会各合作方 2010—2018 年的杯测记录（公开，MIT 许可）。
    // 先看原始文件：日期写成文字，机构名在每一行里。
    //
    // These are real: cuppings by the partners of the Coffee Quality Institute, 2010 to 2018
    // (public, MIT licence). First the raw file: dates in words, the body named in every row.
    // %%
    Path run = Sample.folder("coffee-cupping");
    Release release = Evenstar.open(Sample.release("coffee-cupping"));
    page.show(
        release.sql(
            """
            select "Country.of.Origin", "In.Country.Partner", "Grading.Date", "Aroma", "Flavor"
            from read_csv(?, header = true, all_varchar = true)
            limit 4
            """,
            run.resolve("landing/arabica.csv").toString()));
    // %% [markdown]
    // **配置**说明每列是什么。`evenstar profile FILE` 会提出一份草稿；下面是样例的。
    //
    // **The configuration** says what each column is. `evenstar profile FILE` proposes a draft;
    // this is the sample's.
    // %%
    RunConfig config = RunConfig.load(run);
    Source source = config.source("arabica").orElseThrow();
    StringBuilder columns = new StringBuilder();
    source
        .columns()
        .forEach(c -> columns.append(c.field()).append(" ← ").append(c.headers()).append('\n'));
    new TreeMap<>(source.scores().headers())
        .forEach(
            (item, headers) -> columns.append(item).append(" ← ").append(headers).append('\n'));
    page.show(columns.toString());
    // %% [markdown]
    // **检查**：运行会接受、修复、隔离什么，逐文件说明，不写任何东西。
    //
    // **Check**: what a run would accept, repair and set aside, file by file; writes nothing.
    // %%
    LocalDate day = LocalDate.of(2018, 1, 31);
    ReceiptBook book = DeliveryCheck.of(config, new LandingOptions(2, day), 1024);
    book.receipts()
        .forEach(
            receipt -> {
              page.show(
                  "%s: %d = %d + %d + %d"
                      .formatted(
                          receipt.file(),
                          receipt.read(),
                          receipt.accepted(),
                          receipt.repaired(),
                          receipt.quarantined()));
              receipt
                  .groups()
                  .forEach(
                      group ->
                          page.show(
                              group.reason().code()
                                  + "  "
                                  + group.reason().title().zh()
                                  + " · "
                                  + group.reason().title().en()));
            });
    // %% [markdown]
    // **结果**：各合作方评了多少，以及信号。没有一款咖啡被两家评过，所以严格程度**无法识别**：
    // 程序说明缺什么，而不是给出一个数字。
    //
    // **What came out**: how much each partner cupped, and the signals. No coffee was cupped by
    // two partners, so severity is **not identified**: what is missing is said, no number is
    // given.
    // %%
    BarChart bars = new BarChart("各合作方杯测数 · cuppings by partner");
    release
        .sql(
            """
            select body_id, count(*) as n from dossier
            group by body_id having count(*) >= 4 order by n desc, body_id
            """)
        .forEach(row -> bars.add(row.text("body_id"), row.number("n").orElseThrow()));
    page.show(bars);
    // %%
    page.show(
        release
            .signals()
            .where("check_id", "severity")
            .select("check_id", "level", "text_zh", "text_en")
            .table());
    release.close();
    // %% [markdown]
    // **您的数据**：复制 `data-samples/coffee-cupping`，换掉 `landing/` 中的文件，改 `config/sources/`，
    // 然后 `./evenstar check FOLDER`。
    //
    // **Your data**: copy `data-samples/coffee-cupping`, put your files into `landing/`, change
    // `config/sources/`, then `./evenstar check FOLDER`.
    // %% end
  }
}
