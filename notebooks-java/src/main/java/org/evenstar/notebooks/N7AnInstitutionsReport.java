package org.evenstar.notebooks;

import java.io.IOException;
import java.util.List;
import org.evenstar.api.Evenstar;
import org.evenstar.api.Release;
import org.evenstar.api.Row;
import org.evenstar.api.Table;
import org.evenstar.stats.benchmark.PercentileRank;
import org.evenstar.stats.benchmark.QuantileType;
import org.evenstar.stats.benchmark.Quantiles;

/** Where one institution stands among its peers, and how sure that is. */
final class N7AnInstitutionsReport implements Notebook {

  @Override
  public void run(Page page) throws IOException {
    // %% [markdown]
    // # 7 · 一家机构自己的报告 · An institution's own report
    //
    // 一家机构想知道：与同类相比我在哪里？差多少？这有多可靠？同类的规则事先写明：
    // 同一服务类别、未过期的档案。少于 10 家时不作比较。机构是虚构的。
    //
    // An institution asks: where do I stand among my peers, by how much, and how sure is that?
    // Who is a peer is said beforehand: the same service, not expired. With fewer than ten
    // nothing is compared. The institution is made up.
    // %%
    Release release = Evenstar.open(Sample.release("six-bodies"));
    Row own =
        release
            .sql(
                """
                select * from dossier
                where not is_expired and not is_censored and index_micro is not null
                  and sector_id = (
                    select sector_id from dossier where not is_expired and index_micro is not null
                    group by sector_id order by count(*) desc, sector_id limit 1)
                order by institution_code, dossier_no
                limit 1
                """)
            .row(0);
    page.show(
        "%s · %s · ★%s（%s）"
            .formatted(
                own.text("institution_name"),
                release.label("sector", own.text("sector_id")).zh(),
                own.text("awarded_star"),
                own.text("assessed_on")));
    // %%
    Table peers =
        release
            .dossiers()
            .where("sector_id", own.text("sector_id"))
            .where("not is_expired and index_micro is not null")
            .table()
            .filter(row -> !row.text("institution_code").equals(own.text("institution_code")));
    double[] indexes = peers.numbers("index_micro");
    double mine = own.whole("index_micro") / 1e6;
    double[] sorted = java.util.Arrays.stream(indexes).map(index -> index / 1e6).sorted().toArray();
    page.show(
        peers.size() < 10
            ? "同类不足 10 家，不作比较 · fewer than ten peers, nothing is compared"
            : "同类 %d 家 · %d peers".formatted(peers.size(), peers.size()));
    // %% [markdown]
    // 每点是一家同类机构，浅色带是中间一半，竖线是中位数，菱形是本机构。
    //
    // A point is a peer, the light band the middle half, the line the median, the diamond this
    // one.
    // %%
    page.show(new StandingChart("能力指数（0–5）· capability index", mine, sorted));
    PercentileRank rank = PercentileRank.of(sorted, mine);
    double upper = Quantiles.of(sorted, 0.75, QuantileType.TYPE_7).orElseThrow();
    page.show(
        "优于同类的 %.0f%%；距上四分位 %.2f · above %.0f %% of peers; %.2f to the upper quartile"
            .formatted(
                100 * rank.hazen().orElseThrow(),
                Math.max(0, upper - mine),
                100 * rank.hazen().orElseThrow(),
                Math.max(0, upper - mine)));
    // %% [markdown]
    // **有多可靠？** 换一个同类定义（同机构类型、同申请星级），位置会变多少？若变化大，
    // 不要据此做决定。
    //
    // **How sure?** How far does the standing move with another rule for peers (the same kind of
    // organisation, the same star applied for)? If far, do not decide on it.
    // %%
    IntervalChart chart = new IntervalChart("不同同类定义下的百分位 · percentile by rule for peers", 0.5);
    for (String rule : List.of("sector_id", "organisation_type", "applied_star")) {
      Table group =
          release
              .dossiers()
              .where(rule, own.value(rule))
              .where("not is_expired and index_micro is not null")
              .table();
      PercentileRank at = PercentileRank.of(group.numbers("index_micro"), mine * 1e6);
      double n = group.size();
      double share = at.hazen().orElseThrow();
      double reach = 1.96 * Math.sqrt(share * (1 - share) / n);
      chart.add(
          rule + "（n=" + group.size() + "）",
          share,
          Math.max(0, share - reach),
          Math.min(1, share + reach));
    }
    page.show(chart);
    release.close();
    // %% [markdown]
    // 网站 `out/site` 为每家机构写好同样的页面；此处说明数字从何而来。
    //
    // The site `out/site` writes such a page for every institution; this shows where its numbers
    // come from.
    // %% end
  }
}
