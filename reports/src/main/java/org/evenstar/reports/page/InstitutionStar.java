package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.DataBlock;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.block.TileMap;
import org.evenstar.reports.block.WhatIf;
import org.evenstar.reports.release.Row;
import org.evenstar.schemas.config.Model;
import org.jspecify.annotations.Nullable;

/** How an institution's star follows from its own scores, and what other scores would give. */
final class InstitutionStar {
  private static final List<Long> SCORES = List.of(0L, 500_000L, 800_000L, 1_000_000L);

  private final Site site;
  private final InstitutionFile file;
  private final Model model;
  private final Map<String, Long> scores = new HashMap<>();
  private final Map<String, String> absences = new HashMap<>();

  InstitutionStar(Site site, InstitutionFile file, Model model) {
    this.site = site;
    this.file = file;
    this.model = model;
    for (Row row : file.scores()) {
      if (row.has("score_micro")) {
        scores.put(row.text("item_id"), row.count("score_micro"));
      } else {
        absences.put(row.text("item_id"), row.text("absence"));
      }
    }
  }

  void addTo(List<Block> blocks) {
    if (file.scores().isEmpty() || !StarCalculation.covers(model)) {
      return;
    }
    StarCalculation calculation = new StarCalculation(model, scores, absences);
    blocks.add(new Heading("worked", site.t("institution.worked")));
    blocks.add(
        new Prose(
            site.t(
                "institution.worked.text",
                "threshold",
                String.valueOf(model.rule().threshold()),
                "star",
                site.stars(OptionalDouble.of((double) calculation.star())))));
    blocks.add(worked(calculation.stars()));
    blocks.add(new Heading("what-if", site.t("whatif.heading")));
    blocks.add(new Prose(site.t("whatif.text")));
    blocks.add(whatIf());
  }

  private Grid worked(List<StarCalculation.Star> stars) {
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(text(site.t("measure.domain")));
    stars.forEach(star -> columns.add(number(site.t("stars", "n", star.star()))));
    List<Grid.Line> lines = new ArrayList<>();
    for (int i = 0; i < model.domains().size(); i++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(site.name("domain", model.domains().get(i).domainId())));
      for (StarCalculation.Star star : stars) {
        cells.add(score(star.domains().get(i)));
      }
      lines.add(new Grid.Line("", cells));
    }
    List<Cell> means = new ArrayList<>();
    means.add(Cell.of(site.t("institution.worked.mean")));
    stars.forEach(star -> means.add(score(star.score())));
    lines.add(new Grid.Line("", means));
    List<Cell> met = new ArrayList<>();
    met.add(
        Cell.of(
            site.t(
                "institution.worked.met", "threshold", String.valueOf(model.rule().threshold()))));
    stars.forEach(star -> met.add(Cell.of(site.t(star.isMet() ? "yes" : "no"))));
    lines.add(new Grid.Line("", met));
    return new Grid(
        "worked-table",
        site.t("institution.worked.title"),
        site.basis(
            site.figures().whole(scores.size()),
            file.peerGroup().text("assessed_on"),
            site.t("method.worked", "model", model.modelId(), "version", model.version())),
        true,
        columns,
        lines);
  }

  private Cell score(Optional<StarCalculation.Fraction> fraction) {
    return fraction.isEmpty()
        ? new Cell(site.t("status.NOT_ASSESSED"), "", "", "")
        : Numbers.fixed(site, OptionalDouble.of(fraction.get().value()), 3);
  }

  private WhatIf whatIf() {
    List<WhatIf.Line> rows = new ArrayList<>();
    Map<String, Object> weights = new LinkedHashMap<>();
    for (Model.Indicator indicator : model.indicators()) {
      List<WhatIf.Item> items = new ArrayList<>();
      for (int star : model.items().stars()) {
        String itemId = indicator.indicatorId() + "." + star;
        items.add(
            new WhatIf.Item(
                itemId,
                value(itemId),
                site.t(
                    "institution.item",
                    "indicator",
                    site.name("indicator", indicator.indicatorId()),
                    "star",
                    String.valueOf(star))));
        weights.put(itemId, List.of(indicator.domainId(), star, indicator.weight()));
      }
      rows.add(
          new WhatIf.Line(
              indicator.domainId(), site.name("indicator", indicator.indicatorId()), items));
    }
    Map<String, Integer> domains = new LinkedHashMap<>();
    model.domains().forEach(domain -> domains.put(domain.domainId(), domain.weight()));
    return new WhatIf(
        site.t("whatif.title"),
        site.basis(
            site.figures().whole(scores.size()),
            file.peerGroup().text("assessed_on"),
            site.t("method.worked", "model", model.modelId(), "version", model.version())),
        model.items().stars(),
        choices(),
        rows,
        new DataBlock(
            Map.of(
                "institution", file.code(),
                "items", weights,
                "domains", domains,
                "threshold", micro(model.rule().threshold()),
                "aside", micro(model.rule().maxNotApplicableShare()),
                "lowest", model.stars().lowest(),
                "names",
                    model.items().stars().stream()
                        .collect(
                            LinkedHashMap::new,
                            (map, star) ->
                                map.put(
                                    String.valueOf(star),
                                    site.stars(OptionalDouble.of((double) star))),
                            Map::putAll))));
  }

  private List<TileMap.Choice> choices() {
    List<TileMap.Choice> out = new ArrayList<>();
    scores.values().stream()
        .distinct()
        .filter(score -> !SCORES.contains(score))
        .sorted()
        .forEach(score -> out.add(choice(score)));
    SCORES.forEach(score -> out.add(choice(score)));
    out.add(new TileMap.Choice("NA", site.t("status.NOT_APPLICABLE")));
    out.add(new TileMap.Choice("", site.t("status.NOT_ASSESSED")));
    return out;
  }

  private TileMap.Choice choice(long score) {
    return new TileMap.Choice(
        String.valueOf(score), site.figures().fixed(OptionalDouble.of(score / 1e6), 2));
  }

  private String value(String itemId) {
    Long score = scores.get(itemId);
    return score != null
        ? score.toString()
        : "NOT_APPLICABLE".equals(absences.get(itemId)) ? "NA" : "";
  }

  private static long micro(@Nullable BigDecimal value) {
    return value == null ? 0 : value.movePointRight(6).longValue();
  }
}
