package org.evenstar.notebooks;

import java.io.IOException;
import java.util.Random;
import org.evenstar.api.Evenstar;
import org.evenstar.api.Release;
import org.evenstar.stats.severity.ConditionalRasch;
import org.evenstar.stats.severity.SeverityData;
import org.evenstar.stats.severity.SeverityDataBuilder;
import org.evenstar.stats.severity.SeverityOptions;
import org.evenstar.stats.severity.SeverityResult;

/** When a strict body can be told from weak clients, and when nothing can. */
final class N3HowSevereIsABody implements Notebook {

  @Override
  public void run(Page page) throws IOException {
    // %% [markdown]
    // # 3 · 一家机构有多严格，何时无法得知 · How severe is a body, and when can't we know?
    //
    // 一家评估机构给分低，可能因为它严格，也可能因为它的客户较弱。只有当多家机构评过**同一批**机构时，
    // 两者才能分开。样例中有这样的共同案例。
    //
    // A body that gives low scores may be strict, or its clients may be weak. Only where several
    // bodies scored the **same** institutions can the two be told apart. The sample has such
    // cases.
    // %%
    Release release = Evenstar.open(Sample.release("six-bodies"));
    IntervalChart chart =
        new IntervalChart("严格程度（得分 0–1，右侧更严格） · severity on 0–1, right is stricter", 0);
    release
        .severity()
        .table()
        .forEach(
            row -> {
              String name = release.label("body", row.text("body_id")).zh();
              if (row.has("severity_score")) {
                chart.add(
                    name,
                    row.number("severity_score").orElseThrow(),
                    row.number("severity_lo").orElseThrow(),
                    row.number("severity_hi").orElseThrow());
              } else {
                chart.absent(name, row.text("status"));
              }
            });
    page.show(chart);
    // %% [markdown]
    // **成对比较**：两家是否不同？`SAME` 表示差距在允许范围内，`TOO_LITTLE_DATA` 表示还不能判断。
    //
    // **Pair by pair**: do two bodies differ? `SAME` means that the gap is within the margin,
    // `TOO_LITTLE_DATA` that it cannot be said yet.
    // %%
    page.show(
        release
            .dataset("severity_pair")
            .select("body_a", "body_b", "difference", "lo", "hi", "margin", "answer", "n_linked")
            .orderBy("answer", "body_a", "body_b")
            .table());
    release.close();
    // %% [markdown]
    // **何时无法得知**：下面造一批得分，第二家机构严格 0.8 个 logit。先让两家都评同样的 30 家机构。
    //
    // **When we cannot know**: let us make scores up; the second body is stricter by 0.8 logits.
    // First, both bodies score the same 30 institutions.
    // %%
    double planted = 0.8;
    Random random = new Random(20240601);
    SeverityDataBuilder linked = SeverityData.builder().sizes(60, 2, 8, 2);
    SeverityDataBuilder apart = SeverityData.builder().sizes(60, 2, 8, 2);
    for (int institution = 0; institution < 60; institution++) {
      double capability = random.nextGaussian();
      for (int body = 0; body < 2; body++) {
        for (int indicator = 0; indicator < 8; indicator++) {
          double logit = capability - (indicator - 3.5) / 4 - body * planted;
          int category = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
          if (institution < 30) {
            linked.add(institution, body, indicator, category);
          }
          if (institution % 2 == body) {
            apart.add(institution, body, indicator, category);
          }
        }
      }
    }
    SeverityResult known = ConditionalRasch.estimate(linked.build(), SeverityOptions.DEFAULT);
    double found =
        known.fit().orElseThrow().body(1).orElseThrow().severity()
            - known.fit().orElseThrow().body(0).orElseThrow().severity();
    double error = known.fit().orElseThrow().differenceError(0, 1);
    page.show("%s: %.2f ± %.2f（%.1f）".formatted(known.status(), found, 1.96 * error, planted));
    // %% [markdown]
    // 现在两家各评自己的客户，没有共同案例。数据同样多，但答案不存在：程序不会给出数字。
    //
    // Now each scores its own clients and they share none. There are as many scores, but there
    // is no answer in them: no number is given, and what would give one is said.
    // %%
    SeverityResult unknown = ConditionalRasch.estimate(apart.build(), SeverityOptions.DEFAULT);
    page.show(unknown.status().toString());
    SeverityResult.NotIdentified why = (SeverityResult.NotIdentified) unknown;
    why.advice()
        .forEach(
            advice ->
                page.show(
                    "机构 %d 与 %d 共同评估 %d 份 · bodies %d and %d score %d dossiers both"
                        .formatted(
                            advice.bodyA(),
                            advice.bodyB(),
                            advice.forWantedError(),
                            advice.bodyA(),
                            advice.bodyB(),
                            advice.forWantedError())));
    // %% end
  }
}
