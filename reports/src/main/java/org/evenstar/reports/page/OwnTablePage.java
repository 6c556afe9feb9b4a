package org.evenstar.reports.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.reports.block.DataBlock;
import org.evenstar.reports.block.OwnTable;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.block.TileMap;

/** A table of the reader's own choice, whose address is a permanent link to it. */
final class OwnTablePage {
  static final String FILE = "table.html";

  private static final List<String> STATISTICS = List.of("mean", "interval", "n", "standing");

  private final Site site;
  private final PolicyData data;

  OwnTablePage(Site site, PolicyData data) {
    this.site = site;
    this.data = data;
  }

  Page page() {
    return new Page(
        "policy/" + FILE,
        site.t("owntable.title"),
        "policy",
        "POLICY",
        List.of(new Prose(site.t("owntable.text")), table()));
  }

  private OwnTable table() {
    return new OwnTable(
        "own-table",
        site.t("owntable.title"),
        site.basis(site.t("heat.each"), site.t("map.any_period"), site.t("method.map")),
        Cells.groups(site, data),
        STATISTICS.stream().map(key -> new TileMap.Choice(key, site.t("owntable." + key))).toList(),
        MapSection.periods(site, data),
        data.regions().stream()
            .map(region -> new TileMap.Choice(region, site.name("region", region)))
            .toList(),
        new DataBlock(content()));
  }

  private Map<String, Object> content() {
    Map<String, String> pages = new LinkedHashMap<>();
    data.regions().forEach(region -> pages.put(region, Cells.page(region)));
    return Map.of(
        "first", data.main().orElseThrow().key(),
        "files", MapSection.files(data),
        "words", Cells.words(site),
        "pages", pages,
        "steps", MapSection.periods(site, data).stream().map(TileMap.Choice::value).toList(),
        "region", site.t("col.region"),
        "nation", site.t("nation"),
        "column", site.pattern("owntable.column"));
  }
}
