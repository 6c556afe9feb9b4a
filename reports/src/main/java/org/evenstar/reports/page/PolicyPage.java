package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Notes;
import org.evenstar.reports.block.Verdict;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** For policymakers: where capability is strong or weak, and which differences are real. */
final class PolicyPage {
  private final Site site;
  private final PolicyData data;

  PolicyPage(Site site, PolicyData data) {
    this.site = site;
    this.data = data;
  }

  Page page() {
    List<Block> blocks = new ArrayList<>();
    Optional<Measure> main = data.main();
    if (main.isEmpty()) {
      blocks.add(nothing());
      return new Page("policy/index.html", site.t("policy.title"), "policy", "POLICY", blocks);
    }
    blocks.add(verdict(main.get()));
    blocks.add(new Heading("map", site.t("map.heading")));
    blocks.add(new MapSection(site, data).map());
    blocks.add(new Heading("regions", site.t("regions.heading")));
    blocks.add(regions(main.get()));
    blocks.add(
        new Notes(
            List.of(new Notes.Note("plain", "", site.t("owntable.link"), OwnTablePage.FILE))));
    blocks.addAll(new GapSection(site, data).blocks());
    blocks.addAll(new HeatSection(site, data).blocks());
    blocks.addAll(new TrendSection(site, data).blocks());
    blocks.addAll(new StarSection(site, data).blocks());
    blocks.addAll(new SectorSection(site, data).blocks());
    return new Page("policy/index.html", site.t("policy.title"), "policy", "POLICY", blocks);
  }

  /** Without a measure: the release has no benchmark, or may tell nothing of it. */
  private Gap nothing() {
    return site.release().rows("benchmark").isEmpty()
        ? site.gap("benchmark", site.t("policy.remedy"))
        : new Gap(site.t("policy.untold"), "");
  }

  private Verdict verdict(Measure main) {
    Optional<Row> nation = data.cell("*", main);
    Map<Cells.Standing, Integer> by = new EnumMap<>(Cells.Standing.class);
    data.regions()
        .forEach(
            region -> by.merge(Cells.standing(data.cell(region, main), nation), 1, Integer::sum));
    int above = by.getOrDefault(Cells.Standing.ABOVE, 0);
    int below = by.getOrDefault(Cells.Standing.BELOW, 0);
    int same = by.getOrDefault(Cells.Standing.SAME, 0);
    int withheld = by.getOrDefault(Cells.Standing.WITHHELD, 0);
    return new Verdict(
        site.t("policy.question"),
        above + below + same == 0 && withheld > 0
            ? site.t("policy.answer.withheld")
            : site.t(
                "policy.answer",
                "all",
                data.regions().size(),
                "above",
                above,
                "below",
                below,
                "same",
                same,
                "withheld",
                withheld),
        "",
        certainty(main, nation),
        List.of(
            new Verdict.Tally(
                site.t("policy.tally", "n", data.regions().size()),
                List.of(
                    count("above", "▲", above),
                    count("same", "●", same),
                    count("below", "▼", below),
                    count("withheld", "×", withheld)))),
        site.t("policy.first"),
        first(main, nation));
  }

  private String certainty(Measure main, Optional<Row> nation) {
    if (nation.isEmpty() || !nation.get().has("mean")) {
      return site.t("policy.certainty.withheld");
    }
    Row row = nation.get();
    return site.t(
        "policy.certainty",
        "measure",
        Cells.measure(site, main),
        "mean",
        site.figures().fixed(row.number("mean"), 2),
        "interval",
        site.figures().interval(row.number("mean_lo"), row.number("mean_hi"), 2),
        "n",
        row.count("n"));
  }

  private Verdict.Count count(String tone, String mark, long value) {
    return new Verdict.Count(tone, mark, site.figures().whole(value), site.t("standing." + tone));
  }

  /** The two furthest above and the two furthest below among those told apart from the nation. */
  private List<Notes.Note> first(Measure main, Optional<Row> nation) {
    List<String> told =
        data.regions().stream()
            .filter(
                region -> {
                  Cells.Standing standing = Cells.standing(data.cell(region, main), nation);
                  return standing == Cells.Standing.ABOVE || standing == Cells.Standing.BELOW;
                })
            .sorted(
                Comparator.comparingDouble(
                        (String region) -> -Cells.value(data.cell(region, main), "mean").orElse(0))
                    .thenComparing(region -> region))
            .toList();
    List<Notes.Note> out = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      if (i < 2 || i >= told.size() - 2) {
        out.add(note(told.get(i), main, nation));
      }
    }
    return out;
  }

  private Notes.Note note(String region, Measure main, Optional<Row> nation) {
    Optional<Row> cell = data.cell(region, main);
    boolean isAbove = Cells.standing(cell, nation) == Cells.Standing.ABOVE;
    return new Notes.Note(
        isAbove ? "above" : "below",
        isAbove ? "▲" : "▼",
        site.t(
            "policy.note",
            "region",
            site.name("region", region),
            "help",
            Cells.help(site, cell, nation)),
        Cells.page(region));
  }

  private Grid regions(Measure main) {
    Map<String, Row> estimates = new HashMap<>();
    for (Row row :
        site.release().rows("region_estimate", row -> row.is("region_level", data.level()))) {
      if (row.text("measure_kind").isEmpty()
          || (row.is("measure_kind", main.kind()) && row.is("measure_id", main.id()))) {
        estimates.put(row.text("region_code"), row);
      }
    }
    Optional<Row> nation = data.cell("*", main);
    List<Grid.Line> lines = new ArrayList<>();
    for (String region : data.regions()) {
      Optional<Row> cell = data.cell(region, main);
      Optional<Row> estimate = Optional.ofNullable(estimates.get(region));
      Cells.Standing standing = Cells.standing(cell, nation);
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.link(site.name("region", region), Cells.page(region)),
                  Cell.marked(
                      (standing.mark() + " " + site.t("standing." + standing.tone())).strip(),
                      standing.tone()),
                  Numbers.whole(site, Cells.value(cell, "n")),
                  standing == Cells.Standing.WITHHELD
                      ? Cell.withheld(site.t("status.WITHHELD"))
                      : Numbers.fixed(site, Cells.value(cell, "mean"), 2),
                  Numbers.interval(
                      site, Cells.value(cell, "mean_lo"), Cells.value(cell, "mean_hi"), 2),
                  Numbers.fixed(site, Cells.value(estimate, "shrunken_mean"), 2),
                  rank(estimate),
                  Numbers.signed(site, Cells.value(newest(region, main), "change"), 2),
                  Numbers.interval(
                      site,
                      Cells.value(newest(region, main), "change_lo"),
                      Cells.value(newest(region, main), "change_hi"),
                      2),
                  Numbers.percent(site, Cells.value(cell, "share_expired")))));
    }
    return new Grid(
        "regions-table",
        site.t("regions.title", "measure", Cells.measure(site, main)),
        site.basis(Cells.n(site, nation), site.t("period.all"), site.t("method.benchmark")),
        false,
        List.of(
            text(site.t("col.region")),
            text(site.t("col.standing")),
            number(site.t("col.n")),
            number(site.t("col.mean")),
            number(site.t("col.interval95")),
            number(site.t("col.shrunken")),
            number(site.t("col.rank")),
            number(change()),
            number(site.t("col.change_interval")),
            number(site.t("col.expired"))),
        lines);
  }

  /** The cell whose change is told: of the newest period, since a stock has no former one. */
  private Optional<Row> newest(String region, Measure main) {
    return data.periods().isEmpty()
        ? data.cell(region, main)
        : data.cell(region, "*", main, data.periods().get(data.periods().size() - 1));
  }

  private String change() {
    return data.periods().isEmpty()
        ? site.t("col.change")
        : site.t("col.change_in", "period", data.periods().get(data.periods().size() - 1));
  }

  /** A rank is never shown without its interval. */
  private Cell rank(Optional<Row> estimate) {
    if (estimate.isEmpty() || !estimate.get().has("rank_lo") || !estimate.get().has("rank_hi")) {
      return Numbers.whole(site, OptionalDouble.empty());
    }
    Row row = estimate.get();
    return Cell.number(
        site.t(
            "rank.with_interval",
            "rank",
            row.count("rank"),
            "lo",
            row.count("rank_lo"),
            "hi",
            row.count("rank_hi")),
        row.number("rank"));
  }
}
