package org.evenstar.reports.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.DataBlock;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Picker;
import org.evenstar.reports.block.TileMap;
import org.evenstar.reports.release.Row;

/** Two regions side by side: is the gap between them real? */
final class GapSection {
  private final Site site;
  private final PolicyData data;

  GapSection(Site site, PolicyData data) {
    this.site = site;
    this.data = data;
  }

  List<Block> blocks() {
    Heading heading = new Heading("two-regions", site.t("picker.heading"));
    PolicyData.Measure main = data.main().orElseThrow();
    List<Row> rows =
        site.release()
            .rows(
                "region_gap",
                row ->
                    (row.text("region_level").isEmpty() || row.is("region_level", data.level()))
                        && (row.text("measure_kind").isEmpty()
                            || (row.is("measure_kind", main.kind())
                                && row.is("measure_id", main.id()))));
    if (rows.isEmpty()) {
      return List.of(heading, site.gap("region_gap"));
    }
    Map<String, Object> gaps = new LinkedHashMap<>();
    for (Row row : rows) {
      gaps.put(
          row.text("region_a") + "|" + row.text("region_b"),
          List.of(
              Numbers.json(row.number("gap")),
              Numbers.json(row.number("gap_lo")),
              Numbers.json(row.number("gap_hi")),
              row.text("answer")));
    }
    Map<String, String> words = new LinkedHashMap<>();
    for (String answer : List.of("ABOVE", "BELOW", "NO", "CANNOT_TELL", "NONE", "SELF")) {
      words.put(answer, site.pattern("picker." + answer));
    }
    return List.of(
        heading,
        new Picker(
            "region-picker",
            site.t("picker.title"),
            site.basis(
                site.figures().whole(rows.size()), site.t("period.all"), site.t("method.gap")),
            data.regions().stream()
                .map(region -> new TileMap.Choice(region, site.name("region", region)))
                .toList(),
            new DataBlock(Map.of("gaps", gaps, "words", words))));
  }
}
