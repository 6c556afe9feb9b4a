package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Matrix;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.Row;

/** Which months of each body came, came late, shrank or are missing. */
final class PunctualitySection {
  /** Months shown; the newest are kept. */
  private static final int MOST_MONTHS = 24;

  /** Bodies that are all drawn; of more, only those with a month other than it should be. */
  private static final int DRAWN = 30;

  /** What may be said of a month, the gravest first. */
  private enum State {
    MISSING("DELIVERY_MISSING", "∅", "different"),
    LATE("DELIVERY_LATE", "◷", "different"),
    SHRUNK("DELIVERY_SHRUNK", "▼", "different"),
    UNLIKE("DELIVERY_UNLIKE_HISTORY", "◆", "different"),
    CAME("*", "", "plain"),
    NOT_DUE("", "", "none");

    private final String reason;
    private final String mark;
    private final String tone;

    State(String reason, String mark, String tone) {
      this.reason = reason;
      this.mark = mark;
      this.tone = tone;
    }
  }

  private final Site site;
  private final Map<String, Map<String, Map<String, Row>>> byBody = new TreeMap<>();
  private final Set<String> months = new TreeSet<>();

  /**
   * @param rows of {@code quality}: counts and reasons by body and month
   */
  PunctualitySection(Site site, List<Row> rows) {
    this.site = site;
    for (Row row : rows) {
      if (row.text("period").matches("\\d{4}-\\d{2}") && !row.is("body_id", Site.UNSTATED)) {
        months.add(row.text("period"));
        byBody
            .computeIfAbsent(row.text("body_id"), body -> new TreeMap<>())
            .computeIfAbsent(row.text("period"), month -> new TreeMap<>())
            .put(row.text("reason_code"), row);
      }
    }
  }

  List<Block> blocks() {
    if (byBody.isEmpty()) {
      return List.of();
    }
    Matrix matrix = matrix();
    Prose sentence = new Prose(sentence());
    return matrix.lines().isEmpty() ? List.of(sentence) : List.of(sentence, matrix);
  }

  private String sentence() {
    return site.t(
        "punctuality.text",
        "late",
        count(State.LATE),
        "missing",
        count(State.MISSING),
        "shrunk",
        count(State.SHRUNK),
        "all",
        byBody.size() * months.size());
  }

  private long count(State state) {
    return byBody.values().stream()
        .flatMap(of -> of.values().stream())
        .filter(reasons -> reasons.containsKey(state.reason))
        .count();
  }

  private Matrix matrix() {
    List<String> all = List.copyOf(months);
    List<String> shown = all.subList(Math.max(0, all.size() - MOST_MONTHS), all.size());
    List<Matrix.Line> lines = new ArrayList<>();
    byBody.forEach(
        (body, of) -> {
          if (byBody.size() <= DRAWN || of.values().stream().anyMatch(PunctualitySection::isOdd)) {
            lines.add(
                new Matrix.Line(
                    Cell.of(body + " · " + site.name("body", body)),
                    shown.stream().map(month -> mark(body, month, of)).toList()));
          }
        });
    return new Matrix(
        "punctuality-matrix",
        site.t("punctuality.title"),
        site.basis(
            site.figures().whole((long) byBody.size() * shown.size()),
            shown.get(0) + " – " + shown.get(shown.size() - 1),
            site.t("method.quality")),
        site.t("col.body"),
        shown,
        lines,
        List.of(
            legend(State.MISSING),
            legend(State.LATE),
            legend(State.SHRUNK),
            legend(State.UNLIKE),
            legend(State.NOT_DUE)));
  }

  private Matrix.Legend legend(State state) {
    return new Matrix.Legend(state.mark, state.tone, site.t("punctuality." + state.name()));
  }

  private Matrix.Mark mark(String body, String month, Map<String, Map<String, Row>> of) {
    Map<String, Row> reasons = of.getOrDefault(month, Map.of());
    State state = state(reasons);
    Row total = reasons.get(State.CAME.reason);
    String read = total == null ? "" : site.figures().whole(total.count("n_read"));
    String help =
        site.t(
            "punctuality.help",
            "body",
            site.name("body", body),
            "month",
            month,
            "state",
            site.t("punctuality." + state.name()),
            "n",
            total == null ? 0 : total.count("n_read"));
    return new Matrix.Mark((state.mark + " " + read).strip(), state.tone, help);
  }

  /** Whether a month is other than it should be. */
  private static boolean isOdd(Map<String, Row> reasons) {
    State state = state(reasons);
    return state != State.CAME && state != State.NOT_DUE;
  }

  private static State state(Map<String, Row> reasons) {
    for (State state : State.values()) {
      if (reasons.containsKey(state.reason)) {
        return state;
      }
    }
    return State.NOT_DUE;
  }
}
