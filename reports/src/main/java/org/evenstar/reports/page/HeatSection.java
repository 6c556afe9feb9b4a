package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Matrix;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** Every region on every domain and indicator against the nation. */
final class HeatSection {
  private final Site site;
  private final PolicyData data;

  HeatSection(Site site, PolicyData data) {
    this.site = site;
    this.data = data;
  }

  List<Block> blocks() {
    List<Block> out = new ArrayList<>();
    for (String kind : List.of("domain", "indicator")) {
      List<Measure> measures = data.measures(kind);
      if (!measures.isEmpty()) {
        if (out.isEmpty()) {
          out.add(new Heading("heat", site.t("heat.heading")));
        }
        out.add(matrix(kind, measures));
        untold(measures).ifPresent(out::add);
      }
    }
    return out;
  }

  /** Regions withheld on every measure are named in a sentence, not drawn as rows of crosses. */
  private Optional<Block> untold(List<Measure> measures) {
    List<String> names =
        data.regions().stream()
            .filter(region -> isUntold(region, measures))
            .map(region -> site.name("region", region))
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Prose(site.t("heat.untold", "names", String.join(site.t("list.and"), names))));
  }

  private boolean isUntold(String region, List<Measure> measures) {
    return measures.stream()
        .allMatch(
            measure ->
                Cells.standing(data.cell(region, measure), Optional.empty())
                    == Cells.Standing.WITHHELD);
  }

  private Matrix matrix(String kind, List<Measure> measures) {
    boolean isWide = measures.size() > 8;
    List<Matrix.Line> lines = new ArrayList<>();
    for (String region : data.regions()) {
      if (isUntold(region, measures)) {
        continue;
      }
      List<Matrix.Mark> marks = new ArrayList<>();
      for (Measure measure : measures) {
        Optional<Row> nation = data.cell("*", measure);
        Optional<Row> cell = data.cell(region, measure);
        Cells.Standing standing = Cells.standing(cell, nation);
        String value =
            cell.isPresent() && cell.get().has("mean")
                ? site.figures().fixed(cell.get().number("mean"), isWide ? 1 : 2)
                : standing.mark();
        String help =
            site.t(
                "heat.help",
                "region",
                site.name("region", region),
                "measure",
                Cells.measure(site, measure),
                "help",
                Cells.help(site, cell, nation));
        marks.add(new Matrix.Mark(value, standing.tone(), help));
      }
      lines.add(
          new Matrix.Line(Cell.link(Cells.shortName(site, region), Cells.page(region)), marks));
    }
    return new Matrix(
        "heat-" + kind,
        site.t("heat.title." + kind),
        site.basis(site.t("heat.each"), site.t("period.all"), site.t("method.map")),
        site.t("col.region"),
        measures.stream().map(measure -> Cells.measure(site, measure)).toList(),
        lines,
        List.of(
            new Matrix.Legend("", "above", site.t("standing.above")),
            new Matrix.Legend("", "same", site.t("standing.same")),
            new Matrix.Legend("", "below", site.t("standing.below")),
            new Matrix.Legend("×", "withheld", site.t("standing.withheld")),
            new Matrix.Legend("", "none", site.t("standing.none"))));
  }
}
