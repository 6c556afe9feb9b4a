package org.evenstar.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.evenstar.pipeline.impact.Impact;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/** The impact of a new model for people. */
final class ImpactText {
  private static final Map<String, LocalText> WORDS =
      Map.ofEntries(
          word("all", "全部", "all"),
          word("unit37", "37 个统计单元", "37 units"),
          word("province", "省", "province"),
          word("prefecture", "地级", "prefecture"),
          word("region", "地区", "region"),
          word("sector", "服务类别", "sector"),
          word("organisation_type", "机构类型", "organisation type"),
          word("applied_star", "申请星级", "star applied for"),
          word("body", "评估机构", "body"),
          word("indicators", "指标构成", "indicators"),
          word("weights", "权重", "weights"),
          word("threshold", "达标线", "threshold"),
          word("not_applicable_share", "不适用比例", "not-applicable share"),
          word("floor", "领域底线", "floor"),
          word("vetoes", "否决项", "vetoes"),
          word("bands", "分数段", "bands"));

  private final Impact impact;
  private final String language;
  private final boolean zh;

  ImpactText(Impact impact, String language) {
    this.impact = impact;
    this.language = language;
    this.zh = language.equals("zh");
  }

  private static Map.Entry<String, LocalText> word(String key, String zh, String en) {
    return Map.entry(key, new LocalText(zh, en));
  }

  private String say(String chinese, String english) {
    return zh ? chinese : english;
  }

  private String word(String key) {
    LocalText text = WORDS.get(key);
    return text == null ? key : text.in(language);
  }

  void print(PrintWriter out) {
    out.printf(
        "%s %s → %s %s%s%n",
        impact.before().modelId(),
        impact.before().version(),
        impact.after().modelId(),
        impact.after().version(),
        impact.inferred() ? say("（推断模型）", " (inferred)") : "");
    out.printf(
        say(
            "截至 %s 的现行档案 %s 份；已颁证书不变。%n",
            "As of %s, %s current dossiers; certificates stay as awarded.%n"),
        impact.asOf(),
        count(impact.dossiers()));
    items(out);
    parts(out);
    moves(out);
    groups(out);
    ranks(out);
    out.println(
        say("“—”表示份数过少或为保护其他单元格而不予显示。", "'—' is withheld: too few, or to protect another number."));
  }

  private void items(PrintWriter out) {
    if (!impact.itemsAdded().isEmpty()) {
      out.printf(
          say(
              "新增 %d 项，以往没有评分，因而需要它们的档案无法判定：%s%n",
              "%d items are new and have no past score, so dossiers that need them cannot be told:"
                  + " %s%n"),
          impact.itemsAdded().size(),
          String.join(", ", impact.itemsAdded()));
    }
    if (!impact.itemsRemoved().isEmpty()) {
      out.printf(
          say("取消 %d 项：%s%n", "%d items fall away: %s%n"),
          impact.itemsRemoved().size(),
          String.join(", ", impact.itemsRemoved()));
    }
  }

  private void parts(PrintWriter out) {
    if (impact.parts().isEmpty()) {
      return;
    }
    out.println();
    out.println(say("单独改变每一部分：升、降", "Each changed part alone: rise, fall"));
    for (Impact.PartImpact part : impact.parts()) {
      out.printf("  %s  %s  %s%n", word(part.part()), count(part.rise()), count(part.fall()));
    }
  }

  /** Rows are stars before, columns stars after. */
  private void moves(PrintWriter out) {
    out.println();
    out.println(
        say(
            "星级变动（行：现行模型，列：新模型；? 为无法判定）",
            "Moves between stars (rows: in force, columns: new; ? cannot be told)"));
    TreeSet<String> stars = new TreeSet<>();
    for (Impact.StarMove move : impact.stars()) {
      stars.add(star(move.before()));
      stars.add(star(move.after()));
    }
    out.print("     ");
    stars.forEach(star -> out.printf("%9s", star));
    out.println();
    for (String before : stars) {
      out.printf("%5s", before);
      for (String after : stars) {
        out.printf("%9s", move(before, after));
      }
      out.println();
    }
  }

  private String move(String before, String after) {
    return impact.stars().stream()
        .filter(move -> star(move.before()).equals(before) && star(move.after()).equals(after))
        .map(move -> count(move.n()))
        .findFirst()
        .orElse("0");
  }

  private static String star(@Nullable Integer star) {
    return star == null ? "?" : star.toString();
  }

  private void groups(PrintWriter out) {
    Map<String, List<Impact.Group>> byDimension = new LinkedHashMap<>();
    for (Impact.Group group : impact.groups()) {
      byDimension.computeIfAbsent(group.dimension(), d -> new ArrayList<>()).add(group);
    }
    byDimension.forEach((dimension, groups) -> groups(dimension, groups, out));
  }

  private void groups(String dimension, List<Impact.Group> groups, PrintWriter out) {
    out.println();
    out.printf(
        say(
            "%s：份数、升、不变、降、无法判定、指数平均变化%n",
            "By %s: n, rise, same, fall, cannot tell, mean change of index%n"),
        word(dimension));
    List<Impact.Group> told = groups.stream().filter(group -> group.n().n() != null).toList();
    told.forEach(group -> group(group, out));
    if (told.size() < groups.size()) {
      out.printf(say("  另有 %d 组不予显示%n", "  %d more are withheld%n"), groups.size() - told.size());
    }
  }

  private void group(Impact.Group group, PrintWriter out) {
    Double change = group.indexChange();
    out.printf(
        Locale.ROOT,
        "  %s  %s  %s  %s  %s  %s  %s%n",
        named(group.name(), group.code()),
        count(group.n()),
        count(group.rise()),
        count(group.same()),
        count(group.fall()),
        count(group.cannotTell()),
        change == null ? "—" : String.format(Locale.ROOT, "%+.3f", change));
  }

  private void ranks(PrintWriter out) {
    List<Impact.Rank> beyond = impact.ranks().stream().filter(Impact.Rank::isBeyond).toList();
    out.println();
    out.printf(
        say(
            "%d 个地区中，%d 个的名次变动超出原名次的 95%% 区间%n",
            "Of %d ranked regions, %d move beyond the 95%% interval of their rank%n"),
        impact.ranks().size(),
        beyond.size());
    for (Impact.Rank rank : beyond) {
      out.printf(
          "  %s %s: %d [%d–%d] → %d%n",
          word(rank.level()),
          named(rank.name(), rank.code()),
          rank.before(),
          rank.lower(),
          rank.upper(),
          rank.after());
    }
  }

  private String named(@Nullable LocalText name, String code) {
    return name == null ? code : code + " " + name.in(language);
  }

  private static String count(Impact.Count count) {
    Long n = count.n();
    return n == null ? "—" : String.format(Locale.ROOT, "%,d", n);
  }
}
