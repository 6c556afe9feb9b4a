package org.evenstar.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.evenstar.reports.block.Notes;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Row;

/** The signals of a release, those that ask for a look first. */
final class Signals {
  /** Levels from the one to look at first. */
  static final List<String> LEVELS =
      List.of("ALERT", "WATCH", "INFO", "NOT_COMPUTED", "NOT_IDENTIFIED");

  private final List<Row> rows;

  private Signals(List<Row> rows) {
    this.rows = rows;
  }

  static Signals read(Release release, Predicate<Row> keep) {
    List<Row> rows = release.rows("signal", keep);
    rows.sort(
        Comparator.comparingInt((Row row) -> rank(row.text("level")))
            .thenComparing(Comparator.comparingDouble(Signals::size).reversed())
            .thenComparing(row -> row.text("signal_id")));
    return new Signals(rows);
  }

  List<Row> all() {
    return rows;
  }

  /** How many ask for a look. */
  long loud() {
    return rows.stream().filter(Signals::isLoud).count();
  }

  long count(String level) {
    return rows.stream().filter(row -> row.is("level", level)).count();
  }

  /** How many stand at a decision, OPEN included. */
  long decided(String standing) {
    return rows.stream().filter(row -> row.is("decision", standing)).count();
  }

  /** The first few worth a look, as sentences that lead to their evidence. */
  List<Notes.Note> first(Site site, int most, String signalsPage) {
    return rows.stream()
        .filter(Signals::isLoud)
        .limit(most)
        .map(
            row ->
                new Notes.Note(
                    tone(row.text("level")),
                    site.texts().code("level", row.text("level")),
                    named(site, row),
                    signalsPage + "#" + anchor(row.text("signal_id"))))
        .toList();
  }

  /** Whether it asks for a look. */
  static boolean isLoud(Row row) {
    return rank(row.text("level")) < 2;
  }

  /** The signal in words of the page's language. */
  static String sentence(Site site, Row row) {
    String text = row.text("text_" + site.language());
    return text.isEmpty()
        ? site.name("check", row.text("check_id")) + " · " + site.name("body", row.text("body_id"))
        : text;
  }

  /** The sentence with its body in front, unless it speaks of it anyway. */
  private static String named(Site site, Row row) {
    String text = sentence(site, row);
    String body = site.name("body", row.text("body_id"));
    return text.contains(body) ? text : site.t("signal.named", "body", body, "text", text);
  }

  /** A fragment that is safe in a link whatever the id holds. */
  static String anchor(String id) {
    return "s-" + id.replaceAll("[^A-Za-z0-9_-]", "-");
  }

  static String tone(String level) {
    return switch (level) {
      case "ALERT" -> "alert";
      case "WATCH" -> "watch";
      default -> "info";
    };
  }

  /** The shape of a level. */
  static String mark(String level) {
    return switch (level) {
      case "ALERT" -> "▲";
      case "WATCH" -> "◆";
      case "INFO" -> "●";
      default -> "○";
    };
  }

  private static int rank(String level) {
    int rank = LEVELS.indexOf(level);
    return rank < 0 ? LEVELS.size() : rank;
  }

  private static double size(Row row) {
    return Math.abs(row.number("effect").orElse(0));
  }
}
