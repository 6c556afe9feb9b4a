package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Fold;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Notes;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.Row;

/** Every signal with its numbers, and the dossiers behind it. */
final class SignalSection {
  /** Evidence rows shown a signal; the rest is counted and named, never cut in silence. */
  private static final int SHOWN = 12;

  /** Signals whose evidence is spelled out; all others are in the table with the file's name. */
  private static final int DETAILED = 60;

  private final Site site;
  private final Signals signals;

  SignalSection(Site site, Signals signals) {
    this.site = site;
    this.signals = signals;
  }

  /** What the association's first page says of signals. */
  List<Block> summary() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("signals", site.t("signals.heading")));
    if (!site.release().has("signal")) {
      blocks.add(site.gap("signal"));
      return blocks;
    }
    Map<String, long[]> counts = counts();
    Grid table = byCheck(counts);
    if (table.lines().isEmpty()) {
      blocks.add(new Gap(site.t("signals.none"), ""));
    } else {
      blocks.add(table);
      blocks.add(new Prose(site.t("signals.quiet", "n", counts.size() - table.lines().size())));
    }
    blocks.add(new Prose(decided()));
    blocks.add(
        new Notes(
            List.of(
                new Notes.Note(
                    "plain",
                    "",
                    site.t("signals.all", "n", signals.all().size()),
                    "signals.html"))));
    return blocks;
  }

  /** How many signals stand where; decided ones are counted apart, and never hidden. */
  private String decided() {
    return site.t(
        "signals.decided",
        "open",
        signals.decided("OPEN"),
        "accepted",
        signals.decided("ACCEPTED"),
        "explained",
        signals.decided("EXPLAINED"),
        "mended",
        signals.decided("BEING_MENDED"),
        "expired",
        signals.decided("EXPIRED"));
  }

  /** The decision about a signal with office, reason and last day. */
  private String decision(Row row) {
    if (!row.has("decision")) {
      return "";
    }
    String standing = site.texts().code("decision", row.text("decision"));
    return row.has("decision_until")
        ? site.t(
            "signals.decision",
            "standing",
            standing,
            "role",
            site.texts().code("role", row.text("decision_role")),
            "until",
            row.text("decision_until"),
            "reason",
            row.text("decision_reason"))
        : standing;
  }

  /** Signals of each check by level; a check whose signals ask for no look is there too. */
  private Map<String, long[]> counts() {
    Map<String, long[]> counts = new LinkedHashMap<>();
    for (Row row : signals.all()) {
      int level = Signals.LEVELS.indexOf(row.text("level"));
      counts
          .computeIfAbsent(row.text("check_id"), key -> new long[Signals.LEVELS.size()])[
          level < 0 ? 3 : level]++;
    }
    return counts;
  }

  private Grid byCheck(Map<String, long[]> counts) {
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(text(site.t("col.check")));
    Signals.LEVELS.forEach(
        level -> columns.add(number(Signals.mark(level) + " " + site.t("level." + level))));
    List<Grid.Line> lines = new ArrayList<>();
    counts.forEach(
        (check, byLevel) -> {
          if (byLevel[0] + byLevel[1] > 0) {
            lines.add(line(check, byLevel));
          }
        });
    return new Grid(
        "signals-by-check",
        site.t("signals.by_check"),
        basis(signals.all().size()),
        true,
        columns,
        lines);
  }

  private Grid.Line line(String check, long[] byLevel) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(site.name("check", check)));
    for (long count : byLevel) {
      cells.add(Numbers.count(site, count));
    }
    return new Grid.Line("", cells);
  }

  /** The page of all signals with evidence. */
  Page page() {
    return new Page(
        "association/signals.html",
        site.t("signals.title"),
        "association",
        "ASSOCIATION",
        details());
  }

  /** The signals that ask for a look, each with its evidence; the others behind one line. */
  List<Block> details() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("list", site.t("signals.heading")));
    blocks.add(new Prose(site.t("signals.explained")));
    if (!site.release().has("signal")) {
      blocks.add(site.gap("signal"));
      return blocks;
    }
    List<Row> detailed = signals.all().stream().limit(DETAILED).toList();
    Map<String, List<Row>> evidence = new LinkedHashMap<>();
    Map<String, Long> counts = evidence(detailed, evidence);
    Function<Row, Block> fold = row -> fold(row, evidence, counts);
    List<Row> loud = signals.all().stream().filter(Signals::isLoud).toList();
    blocks.add(
        loud.isEmpty()
            ? new Gap(site.t("signals.none"), "")
            : table("signal-list", site.t("signals.title"), loud));
    detailed.stream().filter(Signals::isLoud).map(fold).forEach(blocks::add);
    if (signals.all().size() > DETAILED) {
      blocks.add(
          new Prose(site.t("signals.detailed", "shown", DETAILED, "all", signals.all().size())));
    }
    List<Row> quiet = signals.all().stream().filter(row -> !Signals.isLoud(row)).toList();
    if (!quiet.isEmpty()) {
      List<Block> hushed = new ArrayList<>();
      hushed.add(table("signal-list-quiet", site.t("signals.title.quiet"), quiet));
      detailed.stream().filter(row -> !Signals.isLoud(row)).map(fold).forEach(hushed::add);
      blocks.add(new Fold("quiet", site.t("signals.hushed", "n", quiet.size()), false, hushed));
    }
    return blocks;
  }

  /** Signals, one a row. */
  private Grid table(String id, String title, List<Row> rows) {
    List<Grid.Line> lines = new ArrayList<>();
    for (Row row : rows) {
      String level = row.text("level");
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.marked(
                      Signals.mark(level) + " " + site.texts().code("level", level),
                      Signals.tone(level)),
                  Cell.of(row.text("body_id")),
                  Cell.of(Signals.sentence(site, row)),
                  Cell.of(period(row)),
                  Numbers.whole(site, row.number("n")),
                  Numbers.signed(site, row.number("effect"), 3),
                  Numbers.interval(site, row.number("effect_lo"), row.number("effect_hi"), 3),
                  Numbers.fixed(site, row.number("threshold"), 3),
                  Numbers.probability(site, row.number("q")),
                  Cell.of(site.texts().code("state", row.text("state"))),
                  Cell.of(decision(row)),
                  Cell.link(row.text("signal_id"), "#" + Signals.anchor(row.text("signal_id"))))));
    }
    return new Grid(
        id,
        title,
        basis(rows.size()),
        false,
        List.of(
            text(site.t("col.level")),
            text(site.t("col.body")),
            text(site.t("col.what")),
            text(site.t("col.period")),
            number(site.t("col.n")),
            number(site.t("col.effect")),
            number(site.t("col.interval95")),
            number(site.t("col.threshold")),
            number(site.t("col.q")),
            text(site.t("col.state")),
            text(site.t("col.decision")),
            text(site.t("col.signal"))),
        lines);
  }

  private String period(Row row) {
    return row.is("period", "*") ? site.t("period.all") : row.text("period");
  }

  /** Puts the first rows of evidence of each signal into a map; gives back how many there are. */
  private Map<String, Long> evidence(List<Row> detailed, Map<String, List<Row>> shown) {
    Map<String, Long> all = new LinkedHashMap<>();
    detailed.forEach(row -> shown.put(row.text("signal_id"), new ArrayList<>()));
    for (Row row :
        site.release()
            .rows(
                "signal_evidence",
                row -> {
                  all.merge(row.text("signal_id"), 1L, Long::sum);
                  return shown.containsKey(row.text("signal_id"))
                      && all.getOrDefault(row.text("signal_id"), 0L) <= SHOWN;
                })) {
      shown.getOrDefault(row.text("signal_id"), List.of()).add(row);
    }
    return all;
  }

  private Fold fold(Row signal, Map<String, List<Row>> evidence, Map<String, Long> counts) {
    String id = signal.text("signal_id");
    List<Row> rows = evidence.getOrDefault(id, List.of());
    return new Fold(
        Signals.anchor(id),
        Signals.mark(signal.text("level")) + " " + Signals.sentence(site, signal),
        true,
        List.of(
            rows.isEmpty()
                ? new Gap(site.t("signals.no_evidence"), "")
                : evidenceGrid(signal, rows, counts.getOrDefault(id, 0L))));
  }

  private Grid evidenceGrid(Row signal, List<Row> rows, long all) {
    List<Grid.Line> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(row.text("body_id")),
                  Cell.of(row.text("dossier_no")),
                  Cell.of(row.text("value")),
                  Cell.of(row.text("expected")),
                  Cell.of(row.text("file")),
                  Cell.of(row.text("sheet")),
                  Numbers.whole(site, row.number("row_number")))));
    }
    return new Grid(
        "evidence-" + Signals.anchor(signal.text("signal_id")),
        site.t("signals.evidence", "shown", rows.size(), "all", all),
        site.basis(signal.text("n"), period(signal), site.name("check", signal.text("check_id"))),
        true,
        List.of(
            text(site.t("col.body")),
            text(site.t("col.dossier")),
            text(site.t("col.value")),
            text(site.t("col.expected")),
            text(site.t("col.file")),
            text(site.t("col.sheet")),
            number(site.t("col.row"))),
        lines);
  }

  private String basis(int n) {
    return site.basis(site.figures().whole(n), site.t("period.all"), site.t("method.signals"));
  }
}
