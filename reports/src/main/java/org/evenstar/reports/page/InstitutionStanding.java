package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.DotRange;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.release.Row;

/** Where an institution stands among its peers, as one drawing in the model's order. */
final class InstitutionStanding {
  private final Site site;
  private final InstitutionFile file;

  InstitutionStanding(Site site, InstitutionFile file) {
    this.site = site;
    this.file = file;
  }

  /** What the page is about: the capability index, or the star where the model has none. */
  Optional<Row> main() {
    return of("index").findFirst().or(() -> of("star").findFirst());
  }

  /** The measure of a row. */
  static PolicyData.Measure measure(Row row) {
    return new PolicyData.Measure(row.text("measure_kind"), row.text("measure_id"));
  }

  void addTo(List<Block> blocks, String basis) {
    blocks.add(new Heading("standing", site.t("institution.standing")));
    List<DotRange.Line> lines = new ArrayList<>();
    of("index").forEach(row -> lines.add(line(row, true)));
    Map<String, List<DotRange.Line>> indicators = indicators();
    of("domain")
        .forEach(
            row -> {
              lines.add(line(row, true));
              lines.addAll(indicators.getOrDefault(row.text("measure_id"), List.of()));
            });
    if (lines.isEmpty()) {
      blocks.add(site.gap("standing"));
      return;
    }
    double highest = ends().max().orElse(1);
    double lowest = ends().min().orElse(0);
    blocks.add(
        new DotRange(
            "standing-range",
            site.t("institution.standing.title"),
            basis,
            Math.floor(lowest),
            Math.max(Math.floor(lowest) + 1, Math.ceil(highest)),
            site.t("institution.own"),
            site.t("institution.quartiles"),
            lines));
  }

  /** The lines of indicators by their domain. */
  private Map<String, List<DotRange.Line>> indicators() {
    Map<String, List<DotRange.Line>> out = new HashMap<>();
    of("indicator")
        .forEach(
            row -> {
              String id = row.text("measure_id");
              String domain = site.release().labels().of("indicator", id).parent();
              out.computeIfAbsent(domain, key -> new ArrayList<>()).add(line(row, false));
            });
    return out;
  }

  /** The rows of a kind of measure, in the model's order. */
  private Stream<Row> of(String kind) {
    return file.standing().stream()
        .filter(row -> row.is("measure_kind", kind))
        .sorted(
            Comparator.comparingInt(
                row -> site.release().labels().of(kind, row.text("measure_id")).position()));
  }

  /** Every number that the drawing has to hold: all are on one scale. */
  private DoubleStream ends() {
    return Stream.of("index", "domain", "indicator")
        .flatMap(this::of)
        .flatMap(row -> Stream.of("value", "q1", "q3").map(row::number))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble);
  }

  private DotRange.Line line(Row row, boolean isTotal) {
    return new DotRange.Line(
        Cells.measure(site, measure(row)),
        isTotal,
        row.number("value"),
        row.number("q1"),
        row.number("median"),
        row.number("q3"),
        site.figures().fixed(row.number("value"), 2),
        site.absence(row.text("obs_status"), row.text("reason")));
  }
}
