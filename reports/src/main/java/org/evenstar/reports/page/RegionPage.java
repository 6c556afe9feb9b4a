package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Chart;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Notes;
import org.evenstar.reports.block.Verdict;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** One region against the nation: profile, weakest indicators, change, stars, sectors. */
final class RegionPage {
  private final Site site;
  private final PolicyData data;
  private final String region;
  private final Measure main;

  RegionPage(Site site, PolicyData data, String region) {
    this.site = site;
    this.data = data;
    this.region = region;
    this.main = data.main().orElseThrow();
  }

  Page page() {
    return page(data.isTold(region) ? blocks() : List.of(untold(), up()));
  }

  private Page page(List<Block> blocks) {
    return new Page(
        "policy/" + Cells.page(region), site.name("region", region), "policy", "POLICY", blocks);
  }

  /** A region of which no number may be told: one sentence, and the way on. */
  private Verdict untold() {
    return new Verdict(
        site.t("region.question", "region", site.name("region", region)),
        site.t("region.answer.withheld", "region", site.name("region", region)),
        "",
        site.t("region.untold", "region", site.name("region", region)),
        List.of(),
        "",
        List.of());
  }

  private Notes up() {
    return new Notes(
        List.of(new Notes.Note("plain", "", site.t("region.up"), "index.html#regions")));
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdict());
    blocks.add(briefing());
    RegionCharts charts = new RegionCharts(site, data, region);
    blocks.add(new Heading("profile", site.t("region.profile")));
    charts.profile("domain", Chart.Height.MEDIUM).ifPresent(blocks::add);
    charts.profile("indicator", Chart.Height.TALL).ifPresent(blocks::add);
    if (!data.periods().isEmpty()) {
      blocks.add(new Heading("change", site.t("region.change")));
      blocks.add(charts.trend(main));
    }
    if (site.release().has("star_share")) {
      blocks.add(new Heading("stars", site.t("stars.heading")));
      blocks.add(charts.stars());
    }
    blocks.addAll(new SectorSection(site, data, region).blocks());
    neighbours(blocks);
    blocks.add(up());
    return blocks;
  }

  private Notes briefing() {
    return new Notes(
        List.of(
            new Notes.Note("plain", "", site.t("briefing.link"), BriefingPage.fileName(region))));
  }

  private Verdict verdict() {
    Optional<Row> cell = data.cell(region, main);
    Optional<Row> nation = data.cell("*", main);
    Cells.Standing standing = Cells.standing(cell, nation);
    Map<Cells.Standing, Integer> domains = new LinkedHashMap<>();
    for (Measure measure : data.measures("domain")) {
      domains.merge(
          Cells.standing(data.cell(region, measure), data.cell("*", measure)), 1, Integer::sum);
    }
    return new Verdict(
        site.t("region.question", "region", site.name("region", region)),
        site.t("region.answer." + standing.tone(), "region", site.name("region", region)),
        cell.isPresent() && cell.get().has("mean")
            ? site.t(
                "policy.note",
                "region",
                Cells.measure(site, main),
                "help",
                Cells.help(site, cell, nation))
            : "",
        site.t(
            "region.certainty",
            "nation",
            site.figures().fixed(Cells.value(nation, "mean"), 2),
            "release",
            site.manifest().releaseId()),
        List.of(
            new Verdict.Tally(
                site.t("region.domains"),
                List.of(
                    count(Cells.Standing.ABOVE, "▲", domains),
                    count(Cells.Standing.SAME, "●", domains),
                    count(Cells.Standing.BELOW, "▼", domains),
                    count(Cells.Standing.WITHHELD, "×", domains)))),
        site.t("region.weakest"),
        weakest());
  }

  private Verdict.Count count(
      Cells.Standing standing, String mark, Map<Cells.Standing, Integer> by) {
    return new Verdict.Count(
        standing.tone(),
        mark,
        site.figures().whole(by.getOrDefault(standing, 0)),
        site.t("standing." + standing.tone()));
  }

  /** The indicators furthest below the nation, whether told apart or not; each says which. */
  private List<Notes.Note> weakest() {
    List<Measure> indicators = data.measures("indicator");
    return (indicators.isEmpty() ? data.measures("domain") : indicators)
        .stream()
            .filter(measure -> difference(measure).isPresent())
            .sorted(
                Comparator.comparingDouble((Measure measure) -> difference(measure).getAsDouble())
                    .thenComparing(Measure::id))
            .limit(4)
            .filter(measure -> difference(measure).getAsDouble() < 0)
            .map(
                measure ->
                    new Notes.Note(
                        Cells.standing(data.cell(region, measure), data.cell("*", measure)).tone(),
                        Cells.standing(data.cell(region, measure), data.cell("*", measure)).mark(),
                        site.t(
                            "region.weak",
                            "measure",
                            Cells.measure(site, measure),
                            "difference",
                            site.figures().signed(difference(measure), 2),
                            "help",
                            Cells.help(site, data.cell(region, measure), data.cell("*", measure))),
                        ""))
            .toList();
  }

  private OptionalDouble difference(Measure measure) {
    return Cells.difference(data, region, measure);
  }

  /** Regions whose dossiers are spread over service categories most like this one's. */
  private void neighbours(List<Block> blocks) {
    if (data.sectors().isEmpty()) {
      return;
    }
    List<String> similar = new SimilarRegions(data, main).of(region);
    blocks.add(new Heading("neighbours", site.t("region.neighbours")));
    blocks.add(
        similar.isEmpty()
            ? new Gap(site.t("region.neighbours.withheld"), "")
            : new Notes(similar.stream().map(this::neighbour).toList()));
  }

  private Notes.Note neighbour(String other) {
    return new Notes.Note(
        "plain",
        "",
        site.t(
            "policy.note",
            "region",
            site.name("region", other),
            "help",
            Cells.help(site, data.cell(other, main), data.cell("*", main))),
        Cells.page(other));
  }
}
