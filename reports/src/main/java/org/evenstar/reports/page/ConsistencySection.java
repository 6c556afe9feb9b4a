package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Matrix;
import org.evenstar.reports.block.Notes;
import org.evenstar.reports.release.Label;
import org.evenstar.reports.release.Row;

/** Where a body differs: by domain, given its clients, on shared dossiers, over time. */
final class ConsistencySection {
  /** Histograms of the first page; the others stand on the bodies' own pages. */
  private static final int HISTOGRAMS = 6;

  private static final int DRIFTS = 12;

  private final Site site;

  ConsistencySection(Site site) {
    this.site = site;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    byDomain(blocks);
    ConsistencyCharts charts = new ConsistencyCharts(site, row -> true);
    blocks.addAll(charts.funnel());
    agreement(blocks);
    blocks.addAll(charts.drift(DRIFTS));
    blocks.addAll(charts.bunching(HISTOGRAMS));
    advice(blocks);
    return blocks;
  }

  private void byDomain(List<Block> blocks) {
    blocks.add(new Heading("domains", site.t("consistency.heat.heading")));
    List<Row> rows = site.release().rows("severity_domain");
    if (rows.isEmpty()) {
      blocks.add(site.gap("severity_domain"));
      return;
    }
    List<String> bodies =
        rows.stream().map(row -> row.text("body_id")).distinct().sorted().toList();
    List<String> domains = new ArrayList<>();
    for (Label label : site.release().labels().all("domain")) {
      domains.add(label.code());
    }
    rows.stream()
        .map(row -> row.text("domain_id"))
        .distinct()
        .filter(domain -> !domains.contains(domain))
        .forEach(domains::add);
    List<Matrix.Line> lines = new ArrayList<>();
    for (String body : bodies) {
      List<Matrix.Mark> marks = new ArrayList<>();
      for (String domain : domains) {
        marks.add(
            rows.stream()
                .filter(row -> row.is("body_id", body) && row.is("domain_id", domain))
                .findFirst()
                .map(this::mark)
                .orElseGet(() -> new Matrix.Mark("∅", "unknown", "")));
      }
      lines.add(new Matrix.Line(Cell.of(body + " · " + site.name("body", body)), marks));
    }
    blocks.add(
        new Matrix(
            "domain-matrix",
            site.t("consistency.heat.title"),
            site.basis(
                site.figures().whole(rows.stream().mapToLong(row -> row.count("n")).sum()),
                site.t("period.all"),
                site.t("method.bias")),
            site.t("col.body"),
            domains.stream().map(domain -> site.name("domain", domain)).toList(),
            lines,
            List.of(
                new Matrix.Legend("▲", "strict", site.t("heat.strict")),
                new Matrix.Legend("▼", "lenient", site.t("heat.lenient")),
                new Matrix.Legend("", "same", site.t("heat.none")))));
  }

  private Matrix.Mark mark(Row row) {
    OptionalDouble bias =
        row.has("bias_score")
            ? Numbers.times100(row.number("bias_score"))
            : row.number("bias_logits");
    boolean isShown =
        row.has("level") ? !row.is("level", "INFO") : row.number("q").orElse(1) <= 0.10;
    boolean isStrict = bias.orElse(0) > 0;
    String tone = !isShown ? "same" : isStrict ? "strict" : "lenient";
    String mark = !isShown ? "" : isStrict ? "▲ " : "▼ ";
    return new Matrix.Mark(
        mark + site.figures().signed(bias, 1),
        tone,
        site.t(
            "consistency.heat.help",
            "body",
            site.name("body", row.text("body_id")),
            "domain",
            site.name("domain", row.text("domain_id")),
            "bias",
            site.figures().signed(bias, 1),
            "t",
            site.figures().signed(row.number("t"), 2),
            "q",
            site.figures().fixed(row.number("q"), 4)));
  }

  private void agreement(List<Block> blocks) {
    blocks.add(new Heading("agreement", site.t("agreement.heading")));
    List<Row> rows = site.release().rows("agreement");
    if (rows.isEmpty()) {
      blocks.add(site.gap("agreement", site.t("pairs.remedy")));
      return;
    }
    List<Grid.Line> lines = new ArrayList<>();
    for (Row row : rows) {
      String why = site.absence(row.text("obs_status"), row.text("reason"));
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(row.text("body_a")),
                  Cell.of(row.text("body_b")),
                  Numbers.whole(site, row.number("n")),
                  row.has("observed") || why.isEmpty()
                      ? Numbers.percent(site, row.number("observed"))
                      : Cell.withheld(why),
                  Numbers.percent(site, row.number("expected")),
                  Numbers.fixed(site, row.number("kappa_weighted"), 2),
                  Numbers.interval(site, row.number("kappa_lo"), row.number("kappa_hi"), 2),
                  Numbers.fixed(site, row.number("alpha"), 2),
                  Numbers.fixed(site, row.number("ac2"), 2),
                  Numbers.fixed(site, row.number("icc"), 2))));
    }
    blocks.add(
        new Grid(
            "agreement-table",
            site.t("agreement.title"),
            site.basis(
                site.figures().whole(rows.stream().mapToLong(row -> row.count("n")).sum()),
                site.t("period.all"),
                site.t("method.agreement")),
            rows.size() <= 20,
            List.of(
                text(site.t("col.body_a")),
                text(site.t("col.body_b")),
                number(site.t("col.n")),
                number(site.t("col.observed")),
                number(site.t("col.agreement_expected")),
                number(site.t("col.kappa")),
                number(site.t("col.interval95")),
                number(site.t("col.alpha")),
                number(site.t("col.ac2")),
                number(site.t("col.icc"))),
            lines));
  }

  private void advice(List<Block> blocks) {
    blocks.add(new Heading("advice", site.t("advice.heading")));
    if (!site.release().has("design_advice")) {
      blocks.add(site.gap("design_advice"));
      return;
    }
    List<Notes.Note> notes =
        site.release().rows("design_advice").stream()
            .map(
                row ->
                    new Notes.Note(
                        "plain",
                        "",
                        site.t(
                            "advice.text",
                            "a",
                            site.name("body", row.text("body_a")),
                            "b",
                            site.name("body", row.text("body_b")),
                            "n",
                            row.count("n_dossiers"),
                            "se",
                            site.figures().fixed(row.number("expected_se"), 2),
                            "reason",
                            site.texts().code("reason", row.text("reason"))),
                        ""))
            .toList();
    boolean isLinked = !site.release().rows("severity_pair").isEmpty();
    blocks.add(
        notes.isEmpty()
            ? new Gap(site.t(isLinked ? "advice.none" : "advice.unlinked"), "")
            : new Notes(notes));
  }
}
