package org.evenstar.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** Which series of a release rise or fall, and which of them are weak besides. */
final class Trends {
  private final PolicyData data;
  private final List<Row> rows;

  private Trends(PolicyData data, List<Row> rows) {
    this.data = data;
    this.rows = rows;
  }

  /** The trends of the regions shown, over the periods shown. */
  static Trends read(Site site, PolicyData data) {
    return new Trends(
        data,
        site.release()
            .rows(
                "region_trend",
                row ->
                    row.is("region_level", data.level())
                        && row.is("period_kind", data.periodKind())));
  }

  List<Row> all() {
    return rows;
  }

  long count(String answer) {
    return rows.stream().filter(row -> row.is("answer", answer)).count();
  }

  /** Below the nation, and falling. */
  boolean isWeakAndFalling(Row row) {
    return row.is("answer", "FALLING") && standing(row) == Cells.Standing.BELOW;
  }

  Cells.Standing standing(Row row) {
    Measure measure = measure(row);
    return Cells.standing(data.cell(row.text("region_code"), measure), data.cell("*", measure));
  }

  static Measure measure(Row row) {
    return new Measure(row.text("measure_kind"), row.text("measure_id"));
  }

  /** Those that rise or fall: weak and falling first, then by how surely. */
  List<Row> told() {
    return rows.stream()
        .filter(row -> !row.is("answer", "NOT_SHOWN"))
        .sorted(
            Comparator.comparing((Row row) -> !isWeakAndFalling(row))
                .thenComparingDouble(row -> row.number("q").orElse(1))
                .thenComparingDouble(row -> row.number("p").orElse(1)))
        .toList();
  }

  /** A region's measures with one answer, the surest first. */
  List<Row> of(String region, String answer) {
    return told().stream()
        .filter(row -> row.is("region_code", region) && row.is("answer", answer))
        .toList();
  }

  /** A region's series of its main measure, which tells from when to when. */
  Optional<Row> any(String region) {
    return rows.stream().filter(row -> row.is("region_code", region)).findFirst();
  }
}
