package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Facts;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Notes;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** A region in sentences on two sheets: what to say of it, how sure, and what cannot be said. */
final class BriefingPage {
  private final Site site;
  private final PolicyData data;
  private final String region;
  private final Measure main;
  private final BriefingText text;
  private final BriefingList list;

  BriefingPage(Site site, PolicyData data, String region) {
    this.site = site;
    this.data = data;
    this.region = region;
    this.main = data.main().orElseThrow();
    this.text = new BriefingText(site, data, region);
    this.list = new BriefingList(site, data, region);
  }

  static String fileName(String region) {
    return "briefing-" + PageNames.of(region) + ".html";
  }

  Page page() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(facts());
    part(blocks, "standing", text.standing());
    blocks.addAll(list.strong());
    blocks.addAll(list.weak());
    part(blocks, "change", text.change());
    part(blocks, "stars", text.stars());
    part(blocks, "sectors", list.sectors());
    part(blocks, "similar", list.similar());
    part(blocks, "limits", text.limits());
    blocks.add(
        new Notes(
            List.of(new Notes.Note("plain", "", site.t("briefing.back"), Cells.page(region)))));
    return new Page(
        "policy/" + fileName(region),
        site.t("briefing.title", "region", site.name("region", region)),
        "policy",
        "POLICY",
        blocks);
  }

  private void part(List<Block> blocks, String key, List<String> sentences) {
    if (!sentences.isEmpty()) {
      blocks.add(new Heading(key, site.t("briefing." + key)));
      blocks.add(new Prose(String.join(site.t("list.sentence"), sentences)));
    }
  }

  private Facts facts() {
    Optional<Row> cell = data.cell(region, main);
    Optional<Row> nation = data.cell("*", main);
    return new Facts(
        List.of(
            fact(Cells.measure(site, main), cell),
            fact(site.t("nation"), nation),
            new Facts.Fact(
                text.rank().orElse(site.t("status.WITHHELD")),
                site.t("briefing.rank"),
                site.t("method.benchmark") + " · " + release()),
            new Facts.Fact(Cells.n(site, cell), site.t("briefing.dossiers"), release())));
  }

  private Facts.Fact fact(String label, Optional<Row> cell) {
    if (Cells.value(cell, "mean").isEmpty()) {
      return new Facts.Fact(
          site.t("standing." + Cells.standing(cell, cell).tone()), label, release());
    }
    return new Facts.Fact(
        site.figures().fixed(Cells.value(cell, "mean"), 2),
        label,
        site.t(
            "briefing.interval",
            "interval",
            site.figures().interval(Cells.value(cell, "mean_lo"), Cells.value(cell, "mean_hi"), 2),
            "n",
            Cells.n(site, cell),
            "release",
            site.manifest().releaseId()));
  }

  private String release() {
    return site.t("footer.release.short", "release", site.manifest().releaseId());
  }
}
