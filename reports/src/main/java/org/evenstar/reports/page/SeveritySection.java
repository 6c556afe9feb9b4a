package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Chart;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Matrix;
import org.evenstar.reports.release.Row;

/** How strict each body is with its interval, pair by pair and in one picture. */
final class SeveritySection {
  /** Most bodies that one drawing holds and stays readable; more stand in the table alone. */
  private static final int DRAWN = 30;

  private final Site site;
  private final List<Row> severity;
  private final BodyPairs pairs;

  SeveritySection(Site site, List<Row> severity, BodyPairs pairs) {
    this.site = site;
    this.pairs = pairs;
    this.severity = new ArrayList<>(severity);
    this.severity.sort(
        Comparator.comparingDouble((Row row) -> -row.number("severity_score").orElse(-9))
            .thenComparing(row -> row.text("body_id")));
  }

  /** Who can be told apart from whom. */
  List<Block> pairs() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("pairs", site.t("pairs.heading")));
    if (pairs.all().isEmpty()) {
      blocks.add(site.gap("severity_pair", site.t("pairs.remedy")));
      return blocks;
    }
    List<String> bodies =
        pairs.all().stream()
            .flatMap(pair -> List.of(pair.bodyA(), pair.bodyB()).stream())
            .distinct()
            .sorted()
            .toList();
    blocks.add(
        new Matrix(
            "pairs-matrix",
            site.t("pairs.title"),
            site.basis(linked(), site.t("period.all"), site.t("method.pairs")),
            site.t("pairs.corner"),
            bodies,
            bodies.stream().map(body -> line(body, bodies)).toList(),
            List.of(
                new Matrix.Legend("=", "same", site.t("answer.SAME")),
                new Matrix.Legend("≠", "different", site.t("answer.DIFFERENT")),
                new Matrix.Legend("?", "unknown", site.t("answer.TOO_LITTLE_DATA")),
                new Matrix.Legend("∅", "unknown", site.t("answer.NOT_IDENTIFIED")))));
    return blocks;
  }

  private Matrix.Line line(String body, List<String> bodies) {
    List<Matrix.Mark> marks = new ArrayList<>();
    for (String other : bodies) {
      marks.add(
          body.equals(other)
              ? new Matrix.Mark("", "blank", "")
              : pairs
                  .between(other, body)
                  .map(pair -> mark(body, other, pair))
                  .orElseGet(
                      () -> new Matrix.Mark("∅", "unknown", site.t("answer.NOT_IDENTIFIED"))));
    }
    Cell name =
        Cell.link(
            body + " · " + site.name("body", body), "../body/" + PageNames.of(body) + ".html");
    return new Matrix.Line(name, marks);
  }

  private Matrix.Mark mark(String body, String other, BodyPairs.Pair pair) {
    String answer = site.t("answer." + pair.answer().name());
    boolean isTold =
        pair.answer() == BodyPairs.Answer.SAME || pair.answer() == BodyPairs.Answer.DIFFERENT;
    String text =
        isTold
            ? pair.answer().mark()
                + " "
                + site.figures().signed(Numbers.times100(pair.difference()), 1)
            : pair.answer().mark();
    String help =
        site.t(
            "pairs.help",
            "body",
            site.name("body", body),
            "other",
            site.name("body", other),
            "answer",
            answer,
            "difference",
            site.figures().signed(Numbers.times100(pair.difference()), 1),
            "interval",
            site.figures().interval(Numbers.times100(pair.lo()), Numbers.times100(pair.hi()), 1),
            "n",
            pair.linked());
    return new Matrix.Mark(text, pair.answer().tone(), help);
  }

  private String linked() {
    return site.figures().whole(pairs.all().stream().mapToLong(BodyPairs.Pair::linked).sum());
  }

  /** Severity by body with 95 % intervals; a body that cannot be placed says so in its row. */
  List<Block> caterpillar() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("severity", site.t("severity.heading")));
    if (severity.isEmpty()) {
      blocks.add(site.gap("severity", site.t("severity.remedy")));
      return blocks;
    }
    String basis =
        site.basis(
            site.figures().whole(severity.stream().mapToLong(row -> row.count("n")).sum()),
            site.t("period.all"),
            site.t("method.severity"));
    List<Row> drawn =
        severity.size() <= DRAWN
            ? severity
            : severity.stream().filter(SeveritySection::isPlaced).toList();
    if (drawn.isEmpty()) {
      blocks.add(new Gap(site.t("severity.none", "n", severity.size()), site.t("pairs.remedy")));
      return blocks;
    }
    if (drawn.size() > DRAWN) {
      blocks.add(grid(basis, false));
      unplaced(blocks);
      return blocks;
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : drawn) {
      boolean isPlaced = isPlaced(row);
      rows.add(
          Map.of(
              "name", row.text("body_id"),
              "fullName", site.name("body", row.text("body_id")),
              "value",
                  Numbers.json(isPlaced ? points(row, "severity_score") : OptionalDouble.empty()),
              "lo", Numbers.json(points(row, "severity_lo")),
              "hi", Numbers.json(points(row, "severity_hi")),
              "n", row.count("n_linked"),
              "note", isPlaced ? "" : site.texts().code("severity.status", row.text("status"))));
    }
    double margin = Numbers.times100(pairs.margin()).orElse(5);
    blocks.add(
        new Chart(
            "severity-chart",
            "caterpillar",
            site.t("severity.title"),
            summary(drawn),
            basis,
            Chart.Height.MEDIUM,
            Map.of(
                "rows", rows,
                "margin", margin,
                "lowLabel", site.t("severity.lenient"),
                "highLabel", site.t("severity.strict"),
                "marginLabel",
                    site.t(
                        "severity.margin",
                        "margin",
                        site.figures().fixed(OptionalDouble.of(margin), 0)),
                "unit", site.t("unit.points")),
            Optional.of(grid(basis, true))));
    unplaced(blocks);
    return blocks;
  }

  private void unplaced(List<Block> blocks) {
    if (severity.stream().anyMatch(row -> !isIdentified(row))) {
      blocks.add(new Gap(site.t("severity.unplaced"), site.t("severity.remedy")));
    }
  }

  private String summary(List<Row> drawn) {
    StringBuilder out = new StringBuilder();
    for (Row row : drawn) {
      out.append(
          site.t(
              "severity.row",
              "body",
              site.name("body", row.text("body_id")),
              "value",
              isIdentified(row)
                  ? site.figures().signed(points(row, "severity_score"), 1)
                  : site.texts().code("severity.status", row.text("status")),
              "interval",
              site.figures().interval(points(row, "severity_lo"), points(row, "severity_hi"), 1)));
    }
    return out.toString();
  }

  private Grid grid(String basis, boolean isCompact) {
    List<Grid.Line> lines = new ArrayList<>();
    for (Row row : severity) {
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(row.text("body_id")),
                  Cell.of(site.name("body", row.text("body_id"))),
                  Cell.of(site.texts().code("severity.status", row.text("status"))),
                  Numbers.signed(site, points(row, "severity_score"), 1),
                  Numbers.interval(site, points(row, "severity_lo"), points(row, "severity_hi"), 1),
                  Numbers.signed(site, row.number("severity_logits"), 2),
                  Numbers.fixed(site, row.number("se"), 3),
                  Numbers.fixed(site, row.number("infit"), 2),
                  Numbers.fixed(site, row.number("outfit"), 2),
                  Numbers.whole(site, row.number("n_linked")),
                  Numbers.whole(site, row.number("n")))));
    }
    return new Grid(
        "severity",
        site.t("severity.title"),
        basis,
        isCompact,
        List.of(
            text(site.t("col.body")),
            text(site.t("col.name")),
            text(site.t("col.status")),
            number(site.t("col.severity_points")),
            number(site.t("col.interval95")),
            number(site.t("col.logits")),
            number(site.t("col.se")),
            number(site.t("col.infit")),
            number(site.t("col.outfit")),
            number(site.t("col.n_linked")),
            number(site.t("col.n"))),
        lines);
  }

  private static boolean isPlaced(Row row) {
    return isIdentified(row) && row.has("severity_score");
  }

  private static OptionalDouble points(Row row, String column) {
    return Numbers.times100(row.number(column));
  }

  private static boolean isIdentified(Row row) {
    return row.is("status", "IDENTIFIED")
        || row.is("status", "OK")
        || row.is("status", "WEAKLY_LINKED");
  }
}
