package org.evenstar.reports.page;

import java.util.List;
import java.util.Optional;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.Row;

/**
 * An institution beside those most like it, and why its standing moved: a sentence each, about what
 * its page is about; domains are in the institution's files.
 */
final class InstitutionNearest {
  private final Site site;
  private final InstitutionFile file;
  private final Optional<Row> main;

  /**
   * @param main the row of {@code standing} that the page is about
   */
  InstitutionNearest(Site site, InstitutionFile file, Optional<Row> main) {
    this.site = site;
    this.file = file;
    this.main = main;
  }

  /** Quartiles of the nearest, where there are enough of them. */
  void addTo(List<Block> blocks) {
    told(file.nearest())
        .ifPresent(
            row ->
                blocks.add(
                    new Prose(
                        site.t(
                            "institution.nearest",
                            "n",
                            row.count("n"),
                            "distance",
                            site.figures().percent(row.number("distance_max"), 0),
                            "measure",
                            Cells.measure(site, InstitutionStanding.measure(row)),
                            "q1",
                            site.figures().fixed(row.number("q1"), 2),
                            "q3",
                            site.figures().fixed(row.number("q3"), 2),
                            "median",
                            site.figures().fixed(row.number("median"), 2),
                            "gap",
                            site.figures().signed(row.number("gap_to_median"), 2)))));
  }

  /** The change of standing since the last certificate, in its four parts. */
  void addChange(List<Block> blocks) {
    told(file.changes())
        .ifPresent(
            row ->
                blocks.add(
                    new Prose(
                        site.t(
                            "institution.moved",
                            "date",
                            row.text("since_on"),
                            "then",
                            site.figures().percent(row.micro("since_micro"), 1),
                            "now",
                            site.figures().percent(row.micro("percentile_micro"), 1),
                            "own",
                            points(row, "own_micro"),
                            "peers",
                            points(row, "peers_micro"),
                            "method",
                            points(row, "method_micro"),
                            "revision",
                            points(row, "revision_micro")))));
  }

  /** The row of the main measure, where it may be told. */
  private Optional<Row> told(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.is("obs_status", "OK"))
        .filter(
            row ->
                main.isPresent()
                    && InstitutionStanding.measure(row)
                        .equals(InstitutionStanding.measure(main.get())))
        .findFirst();
  }

  private String points(Row row, String column) {
    return site.figures().signed(Numbers.times100(row.micro(column)), 1);
  }
}
