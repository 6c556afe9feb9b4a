package org.evenstar.notebooks;

import java.io.IOException;
import java.util.OptionalLong;
import org.evenstar.api.Dataset;
import org.evenstar.api.Evenstar;
import org.evenstar.api.Release;
import org.evenstar.api.Table;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.Moments;
import org.evenstar.stats.benchmark.RegionGap;

/** Whether two regions differ, and when the data cannot tell. */
final class N2CompareTwoRegions implements Notebook {

  @Override
  public void run(Page page) throws IOException {
    // %% [markdown]
    // # 2 · 诚实地比较两个地区 · Compare two regions honestly
    //
    // 两个平均数总会不同。问题是：差距是否大于偶然？样本是否足够回答？
    // 回答有三种：能区分、差距无实际意义、无法判断。
    //
    // Two means always differ. The question is whether the gap is larger than chance, and
    // whether there are enough dossiers to say. There are three answers: they can be told apart;
    // the gap is too small to matter; the data cannot tell.
    // %%
    Release release = Evenstar.open(Sample.release("six-bodies"));
    Table regions =
        release
            .dataset("region_estimate")
            .where("region_level", "unit37")
            .where("measure_kind", "index")
            .where("n >= 5")
            .select(
                "region_code",
                "n",
                "raw_mean",
                "raw_se",
                "shrunken_mean",
                "shrunken_se",
                "standardised_mean")
            .orderBy("n desc", "region_code")
            .table();
    page.show(regions);
    // %% [markdown]
    // `raw_mean` 是各地（37 个统计单位）档案的平均；`shrunken_mean` 向全国平均收缩，档案越少收缩越多；
    // `standardised_mean` 是按全国的服务类别与机构类型构成重新加权后的平均。
    //
    // `raw_mean` is the mean of a region's dossiers; `shrunken_mean` is pulled to the national
    // mean, the more the fewer dossiers there are; `standardised_mean` is what it would be at
    // the national mix of services and organisations.
    // %%
    double nation =
        release
            .benchmark()
            .where("region_level", "nation")
            .where("period_kind", "all")
            .where("measure_kind", "index")
            .where("sector_id = '*' and organisation_type = '*'")
            .where("applied_star = '*' and awarded_star = '*'")
            .table()
            .numbers("mean")[0];
    IntervalChart chart = new IntervalChart("收缩后的能力指数，95% 区间 · shrunken index, 95 %", nation);
    regions.forEach(
        row -> {
          double mean = row.number("shrunken_mean").orElseThrow();
          double reach = 1.96 * row.number("shrunken_se").orElseThrow();
          String name = release.label("region", row.text("region_code")).zh();
          chart.add(name + "（n=" + row.text("n") + "）", mean, mean - reach, mean + reach);
        });
    page.show(chart);
    // %% [markdown]
    // **能否区分？** `region_gap` 对每对地区给出 Welch 区间与回答。
    //
    // **Can they be told apart?** `region_gap` has Welch's interval and the answer for each
    // pair.
    // %%
    page.show(
        release
            .regionGaps()
            .where("region_level", "unit37")
            .where("measure_kind", "index")
            .select("region_a", "region_b", "gap", "gap_lo", "gap_hi", "margin", "answer")
            .orderBy("answer", "gap_hi - gap_lo", "region_a", "region_b")
            .limit(12)
            .table());
    // %% [markdown]
    // **自己计算**：统计库两行即可得出同一结果，也可用于发布版本中没有的分组。基准不计锚定档案与
    // 双重评分（它们为校准而评），也不计已到期的证书；自己计算时要用同样的条件，否则结论会不同。
    //
    // **Do it yourself**: the statistics library gives the same answer in two lines, also for
    // groups that the release does not publish. The benchmark leaves out anchor cases and double
    // scorings (they are scored to calibrate) and certificates that have ended; leave them out
    // too, or the answer is another.
    // %%
    Dataset benchmarked =
        release.dossiers().where("not is_expired and anchor_id is null and round_id is null");
    Table first = benchmarked.where("unit37", "370000").table();
    Table second = benchmarked.where("unit37", "430000").table();
    RegionGap gap =
        RegionGap.of(
            Moments.of(first.wholes("index_micro")),
            Moments.of(second.wholes("index_micro")),
            1_000_000,
            0.1,
            0.95);
    Estimate estimate = gap.gap();
    page.show(
        "山东 − 湖南 · Shandong less Hunan: %.3f [%.3f, %.3f] %s"
            .formatted(
                estimate.value().orElseThrow(),
                estimate.interval().orElseThrow().lower(),
                estimate.interval().orElseThrow().upper(),
                gap.answer()));
    // %%
    Estimate few =
        Moments.of(benchmarked.where("unit37", "530000").table().wholes("index_micro"))
            .meanInterval(1_000_000, 0.95, OptionalLong.empty());
    page.show(
        "云南 · Yunnan: %.2f [%.2f, %.2f]"
            .formatted(
                few.value().orElseThrow(),
                few.interval().orElseThrow().lower(),
                few.interval().orElseThrow().upper()));
    release.close();
    // %% [markdown]
    // 区间宽于任何有意义的差距时，正确的回答是“无法判断”。排名在这种情况下只是噪声。
    //
    // Where the interval is wider than any gap that would matter, "cannot tell" is the right
    // answer. A ranking would be noise.
    // %% end
  }
}
