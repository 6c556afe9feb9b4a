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
        ? Cell.withheld(site.t("status.NOT_ASSESSED"))
        : Numbers.fixed(site, OptionalDouble.of(fraction.get().value()), 3);
  }

  private WhatIf whatIf() {
    return new WhatIf(
        site.t("whatif.title"),
        site.basis(
            site.figures().whole(scores.size()),
            file.peerGroup().text("assessed_on"),
            site.t("method.worked", "model", model.modelId(), "version", model.version())),
        new DataBlock(content()));
  }

  private Map<String, Object> content() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("institution", file.code());
    out.put("stars", model.items().stars());
    out.put("names", names());
    out.put("choices", choices());
    out.put("rows", model.indicators().stream().map(this::row).toList());
    Map<String, Integer> domains = new LinkedHashMap<>();
    model.domains().forEach(domain -> domains.put(domain.domainId(), domain.weight()));
    out.put("domains", domains);
    out.put("threshold", micro(model.rule().threshold()));
    out.put("aside", micro(model.rule().maxNotApplicableShare()));
    out.put("lowest", model.stars().lowest());
    return out;
  }

  private Map<String, String> names() {
    Map<String, String> out = new LinkedHashMap<>();
    for (int star : model.items().stars()) {
      out.put(String.valueOf(star), site.stars(OptionalDouble.of((double) star)));
    }
    return out;
  }

  /** Name, domain, weight, and the own score at each star. */
  private List<Object> row(Model.Indicator indicator) {
    return List.of(
        site.name("indicator", indicator.indicatorId()),
        indicator.domainId(),
        indicator.weight(),
        model.items().stars().stream()
            .map(star -> value(indicator.indicatorId() + "." + star))
            .toList());
  }

  /** What a requirement can be scored, and how it is read. */
  private List<List<String>> choices() {
    List<List<String>> out = new ArrayList<>();
    scores.values().stream()
        .distinct()
        .filter(score -> !SCORES.contains(score))
        .sorted()
        .forEach(score -> out.add(choice(score)));
    SCORES.forEach(score -> out.add(choice(score)));
    out.add(List.of("NA", site.t("status.NOT_APPLICABLE")));
    out.add(List.of("", site.t("status.NOT_ASSESSED")));
    return out;
  }

  private List<String> choice(long score) {
    return List.of(String.valueOf(score), site.figures().fixed(OptionalDouble.of(score / 1e6), 2));
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
