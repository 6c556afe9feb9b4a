package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Notes;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** What a briefing lists: strengths, weaknesses, service categories, regions like this one. */
final class BriefingList {
  private static final int LISTED = 5;

  private final Site site;
  private final PolicyData data;
  private final String region;
  private final Measure main;

  BriefingList(Site site, PolicyData data, String region) {
    this.site = site;
    this.data = data;
    this.region = region;
    this.main = data.main().orElseThrow();
  }

  List<Block> strong() {
    return part("strong", Cells.Standing.ABOVE, byDifference().reversed());
  }

  List<Block> weak() {
    return part("weak", Cells.Standing.BELOW, byDifference());
  }

  private Comparator<Measure> byDifference() {
    return Comparator.comparingDouble(
            (Measure measure) -> Cells.difference(data, region, measure).orElse(0))
        .thenComparing(Measure::id);
  }

  private List<Block> part(String key, Cells.Standing wanted, Comparator<Measure> order) {
    List<Measure> told =
        Stream.of("domain", "indicator")
            .flatMap(kind -> data.measures(kind).stream())
            .filter(measure -> standing(measure) == wanted)
            .sorted(order)
            .toList();
    Heading heading = new Heading(key, site.t("briefing." + key));
    if (told.isEmpty()) {
      return List.of(heading, new Prose(site.t("briefing." + key + ".none")));
    }
    List<Notes.Note> notes = new ArrayList<>(told.stream().limit(LISTED).map(this::note).toList());
    if (told.size() > LISTED) {
      notes.add(
          new Notes.Note("plain", "", site.t("briefing.more", "n", told.size() - LISTED), ""));
    }
    return List.of(heading, new Notes(notes));
  }

  private Cells.Standing standing(Measure measure) {
    return Cells.standing(data.cell(region, measure), data.cell("*", measure));
  }

  private Notes.Note note(Measure measure) {
    Cells.Standing standing = standing(measure);
    return new Notes.Note(
        standing.tone(),
        standing.mark(),
        site.t(
            "region.weak",
            "measure",
            Cells.measure(site, measure),
            "difference",
            site.figures().signed(Cells.difference(data, region, measure), 2),
            "help",
            Cells.help(site, data.cell(region, measure), data.cell("*", measure))),
        "");
  }

  /** Service categories that can be told apart from the same category in the nation. */
  List<String> sectors() {
    if (data.sectors().isEmpty()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    for (Cells.Standing standing :
        List.of(Cells.Standing.ABOVE, Cells.Standing.BELOW, Cells.Standing.SAME)) {
      List<String> names = sectors(standing);
      if (!names.isEmpty()) {
        out.add(
            site.t(
                "briefing.sectors." + standing.tone(),
                "names",
                String.join(site.t("list.and"), names)));
      }
    }
    int withheld = sectors(Cells.Standing.WITHHELD).size();
    if (withheld > 0) {
      out.add(site.t("briefing.sectors.withheld", "n", withheld));
    }
    return out;
  }

  private List<String> sectors(Cells.Standing wanted) {
    return data.sectors().stream()
        .filter(
            sector ->
                Cells.standing(
                        data.cell(region, sector, main, "*"), data.cell("*", sector, main, "*"))
                    == wanted)
        .map(sector -> site.name("sector", sector))
        .toList();
  }

  /** Regions with a similar mix of services, and which of them stand above the nation. */
  List<String> similar() {
    List<String> similar = new SimilarRegions(data, main).of(region);
    if (similar.isEmpty()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    out.add(site.t("briefing.similar.text", "names", names(similar)));
    List<String> above =
        similar.stream()
            .filter(
                other -> {
                  Optional<Row> cell = data.cell(other, main);
                  return Cells.standing(cell, data.cell("*", main)) == Cells.Standing.ABOVE;
                })
            .toList();
    if (!above.isEmpty()) {
      out.add(site.t("briefing.similar.above", "names", names(above)));
    }
    return out;
  }

  private String names(List<String> regions) {
    return regions.stream()
        .map(code -> site.name("region", code))
        .collect(Collectors.joining(site.t("list.and")));
  }
}
