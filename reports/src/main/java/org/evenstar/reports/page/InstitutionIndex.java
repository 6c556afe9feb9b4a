package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.CsvDataset;
import org.evenstar.reports.release.Row;

/** The list that leads the association to private pages. */
final class InstitutionIndex {
  /** Institutions that the list names; above it the association opens pages by their names. */
  private static final int LISTED = 1_000;

  private final Site site;

  InstitutionIndex(Site site) {
    this.site = site;
  }

  Page page() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Prose(site.t("institution.index")));
    List<Grid.Line> lines = new ArrayList<>();
    long all = 0;
    try (CsvDataset rows = site.release().stream("peer_group").orElse(null)) {
      while (rows != null && rows.hasNext()) {
        Row row = rows.next();
        all++;
        if (lines.size() < LISTED) {
          String code = row.text("institution_code");
          lines.add(
              new Grid.Line(
                  "",
                  List.of(
                      Cell.link(code, site.release().pageOf(code)),
                      Cell.of(row.text("institution_name")),
                      Cell.of(site.name("region", row.text("unit37"))),
                      Cell.of(site.name("sector", row.text("sector_id"))),
                      Cell.of(site.stars(row.number("awarded_star"))))));
        }
      }
    }
    if (lines.isEmpty()) {
      blocks.add(site.gap("peer_group"));
    } else {
      if (all > lines.size()) {
        blocks.add(new Prose(site.t("institution.cut", "shown", lines.size(), "all", all)));
      }
      blocks.add(
          new Grid(
              "institutions",
              site.t("institution.list"),
              site.basis(site.figures().whole(all), site.manifest().asOf(), site.t("method.peers")),
              false,
              List.of(
                  text(site.t("col.code")),
                  text(site.t("col.name")),
                  text(site.t("col.region")),
                  text(site.t("col.sector")),
                  text(site.t("col.star"))),
              lines));
    }
    return new Page(
        "institution/index.html", site.t("nav.institution"), "institution", "ASSOCIATION", blocks);
  }
}
