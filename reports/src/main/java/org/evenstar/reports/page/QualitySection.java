package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.Row;
import org.evenstar.reports.text.Figures;

/**
 * What each body delivered: read = accepted + repaired + quarantined, and why rows were refused.
 */
final class QualitySection {
  private static final List<String> COUNTS =
      List.of("n_read", "n_accepted", "n_repaired", "n_quarantined");

  private final Site site;
  private final List<Row> rows;

  QualitySection(Site site, Predicate<Row> keep) {
    this.site = site;
    this.rows = site.release().rows("quality", keep);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("quality", site.t("quality.heading")));
    if (rows.isEmpty()) {
      blocks.add(site.gap("quality"));
      return blocks;
    }
    blocks.addAll(new PunctualitySection(site, rows).blocks());
    blocks.add(byBody());
    Grid problems = byReason();
    blocks.add(problems.lines().isEmpty() ? new Prose(site.t("quality.clean")) : problems);
    return blocks;
  }

  private Grid byBody() {
    Map<String, long[]> sums = new TreeMap<>();
    Map<String, Set<String>> periods = new TreeMap<>();
    for (Row row : rows) {
      if (isTotal(row)) {
        long[] sum = sums.computeIfAbsent(row.text("body_id"), key -> new long[COUNTS.size()]);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += row.count(COUNTS.get(i));
        }
        periods
            .computeIfAbsent(row.text("body_id"), key -> new TreeSet<>())
            .add(row.text("period"));
      }
    }
    List<Grid.Line> lines = new ArrayList<>();
    sums.forEach(
        (body, sum) -> {
          List<Cell> cells = new ArrayList<>();
          cells.add(Cell.of(body.equals(Site.UNSTATED) ? Figures.ABSENT : body));
          cells.add(Cell.of(site.name("body", body)));
          cells.add(count(periods.getOrDefault(body, Set.of()).size()));
          for (long value : sum) {
            cells.add(count(value));
          }
          cells.add(Numbers.percent(site, share(sum[3], sum[0])));
          lines.add(new Grid.Line("", cells));
        });
    return new Grid(
        "quality-by-body",
        site.t("quality.title"),
        basis(),
        true,
        List.of(
            text(site.t("col.body")),
            text(site.t("col.name")),
            number(site.t("col.periods")),
            number(site.t("col.read")),
            number(site.t("col.accepted")),
            number(site.t("col.repaired")),
            number(site.t("col.quarantined")),
            number(site.t("col.quarantined_share"))),
        lines);
  }

  private Grid byReason() {
    Map<String, Map<String, Long>> problems = new TreeMap<>();
    for (Row row : rows) {
      if (!isTotal(row)) {
        problems
            .computeIfAbsent(row.text("reason_code"), key -> new TreeMap<>())
            .merge(row.text("body_id"), row.count("n_problems"), Long::sum);
      }
    }
    List<Grid.Line> lines = new ArrayList<>();
    problems.forEach(
        (reason, byBody) ->
            byBody.forEach(
                (body, n) ->
                    lines.add(
                        new Grid.Line(
                            "",
                            List.of(
                                Cell.of(
                                    body.equals(Site.UNSTATED) ? site.name("body", body) : body),
                                Cell.of(Reasons.title(reason, site.language())),
                                Cell.of(reason),
                                count(n),
                                Cell.of(remedy(reason)))))));
    return new Grid(
        "quality-by-reason",
        site.t("quality.reasons"),
        basis(),
        false,
        List.of(
            text(site.t("col.body")),
            text(site.t("col.reason")),
            text(site.t("col.code")),
            number(site.t("col.problems")),
            text(site.t("col.remedy"))),
        lines);
  }

  private String remedy(String reason) {
    List<String> clauses = Reasons.remedy(reason, site.language());
    return clauses.isEmpty()
        ? site.t("quality.receipt")
        : String.join(site.t("list.clause"), clauses);
  }

  private String basis() {
    long read =
        rows.stream().filter(QualitySection::isTotal).mapToLong(row -> row.count("n_read")).sum();
    return site.basis(site.figures().whole(read), site.t("period.all"), site.t("method.quality"));
  }

  private Cell count(long value) {
    return Numbers.count(site, value);
  }

  private static boolean isTotal(Row row) {
    return row.is("reason_code", "*");
  }

  private static OptionalDouble share(long part, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }
}
