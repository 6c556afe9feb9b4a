package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenstar.reports.block.DataBlock;
import org.evenstar.reports.block.TileMap;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;
import org.evenstar.reports.release.Unit37;

/** The tile map, and the values it loads when another measure is chosen. */
final class MapSection {
  private final Site site;
  private final PolicyData data;

  MapSection(Site site, PolicyData data) {
    this.site = site;
    this.data = data;
  }

  TileMap map() {
    Measure main = data.main().orElseThrow();
    Optional<Row> nation = data.cell("*", main);
    boolean isPlaced = data.regions().stream().anyMatch(region -> Unit37.of(region).isPresent());
    List<TileMap.Tile> tiles = new ArrayList<>();
    List<String> shown = new ArrayList<>(data.regions());
    if (isPlaced) {
      // Every unit has its tile, also one without a dossier: absence is a finding too.
      Unit37.all().stream()
          .map(unit -> unit.label().code())
          .filter(code -> !shown.contains(code))
          .forEach(shown::add);
    }
    shown.forEach(region -> tiles.add(tile(region, main, nation)));
    return new TileMap(
        "region-map",
        site.t("map.title"),
        site.basis(Cells.n(site, nation), site.t("map.any_period"), site.t("method.map")),
        Cells.groups(site, data),
        periods(site, data),
        isPlaced ? "placed" : "listed",
        tiles,
        new DataBlock(content(main)));
  }

  private TileMap.Tile tile(String region, Measure main, Optional<Row> nation) {
    Optional<Row> cell = data.cell(region, main);
    Cells.Standing standing = Cells.standing(cell, nation);
    String place =
        Unit37.of(region).map(unit -> "c" + unit.column() + " r" + unit.row()).orElse("");
    return new TileMap.Tile(
        region,
        Cells.shortName(site, region),
        site.name("region", region),
        place,
        standing.tone(),
        standing.mark(),
        cell.isPresent() && cell.get().has("mean")
            ? site.figures().fixed(cell.get().number("mean"), 2)
            : "",
        Cells.help(site, cell, nation),
        data.regions().contains(region) ? Cells.page(region) : "#region-map");
  }

  /** The steps of the slider: all periods together, then each. */
  static List<TileMap.Choice> periods(Site site, PolicyData data) {
    List<TileMap.Choice> out = new ArrayList<>();
    out.add(new TileMap.Choice("*", site.t("period.all")));
    data.periods().forEach(period -> out.add(new TileMap.Choice(period, period)));
    return out;
  }

  private Map<String, Object> content(Measure main) {
    List<String> steps = new ArrayList<>(List.of("*"));
    steps.addAll(data.periods());
    return Map.of(
        "first", main.key(),
        "periods", steps,
        "labels", periods(site, data).stream().map(TileMap.Choice::label).toList(),
        "words", Cells.words(site),
        "files", files(data),
        "values", values(data, main));
  }

  /** The script of each measure's values. */
  static Map<String, String> files(PolicyData data) {
    Map<String, String> out = new LinkedHashMap<>();
    data.measures().forEach(measure -> out.put(measure.key(), PolicyFiles.fileName(measure)));
    return out;
  }

  /** For one measure, by region and period: mean, lo, hi, n; an empty list where withheld. */
  static Map<String, Object> values(PolicyData data, Measure measure) {
    List<String> steps = new ArrayList<>(List.of("*"));
    steps.addAll(data.periods());
    Map<String, Object> out = new LinkedHashMap<>();
    List<String> regions = new ArrayList<>(data.regions());
    regions.add("*");
    for (String region : regions) {
      List<Object> series = new ArrayList<>();
      for (String step : steps) {
        series.add(
            data.cell(region, "*", measure, step)
                .map(MapSection::values)
                .<Object>map(values -> values)
                .orElse(0));
      }
      out.put(region, series);
    }
    return out;
  }

  private static List<Object> values(Row row) {
    return row.has("mean")
        ? List.of(
            Numbers.json(row.number("mean")),
            Numbers.json(row.number("mean_lo")),
            Numbers.json(row.number("mean_hi")),
            row.count("n"))
        : List.of();
  }
}
