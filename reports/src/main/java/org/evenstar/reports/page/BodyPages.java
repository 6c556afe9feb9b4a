package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Facts;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.block.Verdict;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Row;

/**
 * Each body's own page: its deliveries, its severity, its signals; no other body is named there.
 */
final class BodyPages {
  private final Site site;
  private final List<String> bodies;

  BodyPages(Site site) {
    this.site = site;
    this.bodies = bodies(site.release());
  }

  /** The bodies that have a page, by code. */
  static List<String> bodies(Release release) {
    TreeSet<String> found = new TreeSet<>();
    release.labels().all("body").forEach(label -> found.add(label.code()));
    for (String dataset : List.of("quality", "severity")) {
      release.rows(dataset).forEach(row -> found.add(row.text("body_id")));
    }
    // A delivery that names no body has nobody to be handed to; the association's page counts it.
    found.remove(Site.UNSTATED);
    return List.copyOf(found);
  }

  void forEach(Consumer<Page> writer) {
    writer.accept(index());
    bodies.forEach(body -> writer.accept(page(body)));
  }

  private Page index() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Prose(site.t("body.index")));
    List<Grid.Line> lines = new ArrayList<>();
    for (String body : bodies) {
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.link(body, PageNames.of(body) + ".html"),
                  Cell.of(site.name("body", body)))));
    }
    blocks.add(
        lines.isEmpty()
            ? site.gap("quality")
            : new Grid(
                "bodies",
                site.t("nav.body"),
                site.basis(
                    site.figures().whole(lines.size()),
                    site.t("period.all"),
                    site.t("method.quality")),
                lines.size() <= 20,
                List.of(text(site.t("col.body")), text(site.t("col.name"))),
                lines));
    return new Page("body/index.html", site.t("nav.body"), "body", "ASSOCIATION", blocks);
  }

  private Page page(String body) {
    List<Block> blocks = new ArrayList<>();
    Signals signals = Signals.read(site.release(), row -> row.is("body_id", body));
    Optional<Row> severity =
        site.release().rows("severity", row -> row.is("body_id", body)).stream().findFirst();
    blocks.add(verdict(body, severity, signals));
    blocks.add(new Heading("severity", site.t("body.severity")));
    blocks.add(severity.map(this::facts).orElseGet(() -> site.gap("severity")));
    domains(body, blocks);
    blocks.addAll(new QualitySection(site, row -> row.is("body_id", body)).blocks());
    deliveries(body, blocks);
    blocks.addAll(new SignalSection(site, signals).details());
    ConsistencyCharts charts = new ConsistencyCharts(site, row -> row.is("body_id", body));
    blocks.addAll(charts.drift(Integer.MAX_VALUE));
    blocks.addAll(charts.bunching(Integer.MAX_VALUE));
    return new Page(
        "body/" + PageNames.of(body) + ".html", site.name("body", body), "body", "BODY", blocks);
  }

  private Verdict verdict(String body, Optional<Row> severity, Signals signals) {
    OptionalDouble lo =
        severity.isPresent() ? severity.get().number("severity_lo") : OptionalDouble.empty();
    OptionalDouble hi =
        severity.isPresent() ? severity.get().number("severity_hi") : OptionalDouble.empty();
    String key =
        lo.isEmpty() || hi.isEmpty()
            ? "untold"
            : lo.getAsDouble() > 0 ? "strict" : hi.getAsDouble() < 0 ? "lenient" : "same";
    return new Verdict(
        site.t("body.question", "body", site.name("body", body)),
        site.t("body.answer." + key),
        "",
        site.t(
            "body.certainty",
            "n",
            severity.map(row -> row.count("n_linked")).orElse(0L),
            "release",
            site.manifest().releaseId()),
        List.of(
            new Verdict.Tally(
                site.t("association.signals", "n", signals.loud()),
                Signals.LEVELS.subList(0, 3).stream()
                    .map(
                        level ->
                            new Verdict.Count(
                                Signals.tone(level),
                                Signals.mark(level),
                                site.figures().whole(signals.count(level)),
                                site.t("level." + level)))
                    .toList())),
        site.t("association.first"),
        signals.first(site, 4, ""));
  }

  private Block facts(Row row) {
    if (!row.has("severity_score")) {
      return new Gap(
          site.texts().code("severity.status", row.text("status")), site.t("pairs.remedy"));
    }
    String basis =
        site.basis(
            site.figures().whole(row.count("n")), site.t("period.all"), site.t("method.severity"));
    return new Facts(
        List.of(
            new Facts.Fact(
                site.figures().signed(Numbers.times100(row.number("severity_score")), 1),
                site.t("body.fact.severity"),
                basis),
            new Facts.Fact(
                site.figures()
                    .interval(
                        Numbers.times100(row.number("severity_lo")),
                        Numbers.times100(row.number("severity_hi")),
                        1),
                site.t("col.interval95"),
                basis),
            new Facts.Fact(
                site.figures().whole(row.count("n_linked")), site.t("col.n_linked"), basis),
            new Facts.Fact(
                site.figures().fixed(row.number("infit"), 2)
                    + " / "
                    + site.figures().fixed(row.number("outfit"), 2),
                site.t("body.fact.fit"),
                basis)));
  }

  private void domains(String body, List<Block> blocks) {
    List<Grid.Line> lines = new ArrayList<>();
    List<Row> rows = site.release().rows("severity_domain", row -> row.is("body_id", body));
    rows.sort(
        Comparator.comparingInt(
            row -> site.release().labels().of("domain", row.text("domain_id")).position()));
    for (Row row : rows) {
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(site.name("domain", row.text("domain_id"))),
                  Numbers.signed(site, Numbers.times100(row.number("bias_score")), 1),
                  Numbers.fixed(site, row.number("se"), 3),
                  Numbers.signed(site, row.number("t"), 2),
                  Numbers.probability(site, row.number("q")),
                  Numbers.whole(site, row.number("n")))));
    }
    if (!lines.isEmpty()) {
      blocks.add(
          new Grid(
              "domains",
              site.t("body.domains"),
              site.basis(site.t("heat.each"), site.t("period.all"), site.t("method.bias")),
              true,
              List.of(
                  text(site.t("measure.domain")),
                  number(site.t("col.difference")),
                  number(site.t("col.se")),
                  number(site.t("col.t")),
                  number(site.t("col.q")),
                  number(site.t("col.n"))),
              lines));
    }
  }

  private void deliveries(String body, List<Block> blocks) {
    List<Grid.Line> lines = new ArrayList<>();
    for (Row row : site.release().rows("delivery", row -> row.is("body_id", body))) {
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(row.text("period")),
                  Cell.of(row.text("file")),
                  Numbers.whole(site, row.number("n_read")),
                  Numbers.whole(site, row.number("n_accepted")),
                  Numbers.whole(site, row.number("n_repaired")),
                  Numbers.whole(site, row.number("n_quarantined")))));
    }
    if (!lines.isEmpty()) {
      blocks.add(
          new Grid(
              "deliveries",
              site.t("body.deliveries"),
              site.basis(
                  site.figures().whole(lines.size()),
                  site.t("period.all"),
                  site.t("method.quality")),
              false,
              List.of(
                  text(site.t("col.period")),
                  text(site.t("col.file")),
                  number(site.t("col.read")),
                  number(site.t("col.accepted")),
                  number(site.t("col.repaired")),
                  number(site.t("col.quarantined"))),
              lines));
    }
  }
}
