package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.DotRange;
import org.evenstar.reports.block.Facts;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.Row;

/** One institution's private page: standing, next star, change, and how its star was worked out. */
final class InstitutionPage {
  /** Requirements listed in words; all of them are in the what-if below. */
  private static final int LISTED = 12;

  private final Site site;
  private final InstitutionFile file;
  private final Row group;

  InstitutionPage(Site site, InstitutionFile file) {
    this.site = site;
    this.file = file;
    this.group = file.peerGroup();
  }

  Page page() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(facts());
    blocks.add(new Prose(sentence()));
    standing(blocks);
    next(blocks);
    blocks.add(new Heading("change", site.t("institution.change")));
    blocks.add(new Prose(change()));
    site.release()
        .model()
        .ifPresent(card -> new InstitutionStar(site, file, card.model()).addTo(blocks));
    blocks.add(new Heading("correct", site.t("institution.correct")));
    blocks.add(
        new Prose(
            site.t(
                "institution.correct.text",
                "dossier",
                group.text("dossier_no"),
                "body",
                site.name("body", group.text("body_id")))));
    return new Page(
        "institution/" + site.release().pageOf(file.code()),
        title(),
        "institution",
        "INSTITUTION",
        file.code(),
        blocks);
  }

  private String title() {
    String name = group.text("institution_name");
    return name.isEmpty() ? file.code() : name;
  }

  private Facts facts() {
    String basis =
        group.text("assessed_on")
            + " · "
            + site.t("footer.release.short", "release", site.manifest().releaseId());
    return new Facts(
        List.of(
            new Facts.Fact(
                site.stars(group.number("awarded_star")), site.t("institution.awarded"), basis),
            new Facts.Fact(
                site.figures().fixed(group.micro("index_micro"), 2)
                    + (group.flag("is_censored") ? "+" : ""),
                site.t(group.flag("is_censored") ? "institution.index_censored" : "measure.index"),
                basis),
            new Facts.Fact(percentile(), site.t("institution.percentile"), peerBasis()),
            new Facts.Fact(
                group.has("expires_on") ? group.text("expires_on") : "—",
                site.t("institution.expires"),
                file.code())));
  }

  private String percentile() {
    Optional<Row> index = measure("index", "index");
    return index.isPresent() && index.get().has("percentile")
        ? site.t(
            "institution.band",
            "lo",
            site.figures().percent(index.get().number("percentile_lo"), 0),
            "hi",
            site.figures().percent(index.get().number("percentile_hi"), 0))
        : site.t("status.NOT_ENOUGH");
  }

  private String sentence() {
    Optional<Row> index = measure("index", "index");
    String peers = peers();
    if (index.isEmpty() || !index.get().has("percentile")) {
      return site.t("institution.few", "peers", peers, "n", group.count("n_peers"));
    }
    return site.t(
        "institution.sentence",
        "n",
        group.count("n_peers"),
        "peers",
        peers,
        "percentile",
        site.figures().percent(index.get().number("percentile"), 0),
        "median",
        site.figures().fixed(index.get().number("median"), 2),
        "gap",
        site.figures().signed(index.get().number("gap_to_median"), 2));
  }

  /** The group in words: what its members have in common, and how often the rule was widened. */
  private String peers() {
    String shared =
        Arrays.stream(group.text("rule").split(","))
            .filter(level -> !level.isBlank())
            .map(level -> shared(level.strip()))
            .collect(Collectors.joining(site.t("list.and")));
    return site.t(
        "institution.peers",
        "shared",
        shared.isEmpty() ? site.t("institution.everyone") : shared,
        "step",
        group.count("rule_step"),
        "version",
        group.text("rule_version"));
  }

  private String shared(String level) {
    return switch (level) {
      case "organisation_type" -> site.name("organisation_type", group.text("organisation_type"));
      case "sector", "sector_id" -> site.name("sector", group.text("sector_id"));
      case "unit37", "region", "province", "prefecture" ->
          site.name("region", group.text(group.has("peer_region") ? "peer_region" : "unit37"));
      default -> level;
    };
  }

  private void standing(List<Block> blocks) {
    blocks.add(new Heading("standing", site.t("institution.standing")));
    List<DotRange.Line> lines = new ArrayList<>();
    Map<String, List<DotRange.Line>> indicators = new HashMap<>();
    for (Row row : file.standing()) {
      if (row.is("measure_kind", "indicator")) {
        String domain = site.release().labels().of("indicator", row.text("measure_id")).parent();
        indicators.computeIfAbsent(domain, key -> new ArrayList<>()).add(line(row, false));
      }
    }
    for (Row row : file.standing()) {
      if (!row.is("measure_kind", "indicator")) {
        lines.add(line(row, true));
        lines.addAll(
            indicators.getOrDefault(
                row.is("measure_kind", "domain") ? row.text("measure_id") : "", List.of()));
      }
    }
    if (lines.isEmpty()) {
      blocks.add(new Gap(site.t("gap.dataset", "dataset", "standing"), ""));
      return;
    }
    double highest = ends().max().orElse(1);
    double lowest = ends().min().orElse(0);
    blocks.add(
        new DotRange(
            "standing-range",
            site.t("institution.standing.title"),
            peerBasis(),
            Math.floor(lowest),
            Math.max(Math.floor(lowest) + 1, Math.ceil(highest)),
            site.t("institution.own"),
            site.t("institution.quartiles"),
            lines));
  }

  /** Every number that the drawing has to hold. */
  private DoubleStream ends() {
    return file.standing().stream()
        .flatMap(row -> Stream.of("value", "q1", "q3").map(row::number))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble);
  }

  private DotRange.Line line(Row row, boolean isTotal) {
    PolicyData.Measure measure =
        new PolicyData.Measure(row.text("measure_kind"), row.text("measure_id"));
    String why = site.absence(row.text("obs_status"), row.text("reason"));
    return new DotRange.Line(
        Cells.measure(site, measure),
        isTotal,
        row.number("value"),
        row.number("q1"),
        row.number("median"),
        row.number("q3"),
        site.figures().fixed(row.number("value"), 2),
        why);
  }

  private void next(List<Block> blocks) {
    blocks.add(new Heading("next", site.t("institution.next")));
    if (file.next().isEmpty()) {
      blocks.add(new Prose(site.t("institution.next.none")));
      return;
    }
    OptionalDouble target = file.next().get(0).number("target_star");
    blocks.add(
        new Prose(
            site.t("institution.next.text", "star", site.stars(target), "n", file.next().size())));
    List<Grid.Line> lines = new ArrayList<>();
    for (Row row : file.next().stream().limit(LISTED).toList()) {
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(item(row.text("item_id"))),
                  Cell.of(site.name("domain", row.text("domain_id"))),
                  Numbers.fixed(site, row.micro("score_micro"), 2),
                  Numbers.fixed(site, row.micro("needed_micro"), 2),
                  Numbers.percent(site, row.number("peers_share")))));
    }
    blocks.add(
        new Grid(
            "next-table",
            site.t("institution.next.title", "shown", lines.size(), "all", file.next().size()),
            peerBasis(),
            true,
            List.of(
                text(site.t("col.requirement")),
                text(site.t("measure.domain")),
                number(site.t("col.score")),
                number(site.t("col.needed")),
                number(site.t("col.peers_meet"))),
            lines));
  }

  /** An item in words: its indicator and star. */
  private String item(String itemId) {
    int dot = itemId.lastIndexOf('.');
    return dot < 0
        ? site.name("indicator", itemId)
        : site.t(
            "institution.item",
            "indicator",
            site.name("indicator", itemId.substring(0, dot)),
            "star",
            itemId.substring(dot + 1));
  }

  private String change() {
    if (!group.has("previous_assessed_on")) {
      return site.t("institution.change.none");
    }
    OptionalDouble before = group.micro("previous_index_micro");
    OptionalDouble now = group.micro("index_micro");
    OptionalDouble change =
        before.isPresent() && now.isPresent()
            ? OptionalDouble.of(now.getAsDouble() - before.getAsDouble())
            : OptionalDouble.empty();
    return site.t(
        "institution.change.text",
        "date",
        group.text("previous_assessed_on"),
        "before",
        site.stars(group.number("previous_awarded_star")),
        "now",
        site.stars(group.number("awarded_star")),
        "change",
        site.figures().signed(change, 2));
  }

  private String peerBasis() {
    return site.basis(
        site.figures().whole(group.count("n_peers")),
        group.text("assessed_on"),
        site.t("method.peers"));
  }

  private Optional<Row> measure(String kind, String id) {
    return file.standing().stream()
        .filter(row -> row.is("measure_kind", kind) && row.is("measure_id", id))
        .findFirst();
  }
}
