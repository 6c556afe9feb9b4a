package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Facts;
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
  private final InstitutionStanding standing;

  InstitutionPage(Site site, InstitutionFile file) {
    this.site = site;
    this.file = file;
    this.group = file.peerGroup();
    this.standing = new InstitutionStanding(site, file);
  }

  Page page() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(facts());
    blocks.add(new Prose(sentence()));
    standing.addTo(blocks, peerBasis());
    InstitutionNearest nearest = new InstitutionNearest(site, file, standing.main());
    nearest.addTo(blocks);
    next(blocks);
    blocks.add(new Heading("change", site.t("institution.change")));
    blocks.add(new Prose(change()));
    nearest.addChange(blocks);
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
            level(basis),
            new Facts.Fact(percentile(), site.t("institution.percentile"), peerBasis()),
            new Facts.Fact(
                group.has("expires_on") ? group.text("expires_on") : "—",
                site.t("institution.expires"),
                file.code())));
  }

  /** The capability index, or the star recomputed where the model has none. */
  private Facts.Fact level(String basis) {
    if (!group.has("index_micro")) {
      return new Facts.Fact(
          site.stars(group.number("recomputed_star")), site.t("measure.recomputed"), basis);
    }
    boolean isCensored = group.flag("is_censored");
    return new Facts.Fact(
        site.figures().fixed(group.micro("index_micro"), 2) + (isCensored ? "+" : ""),
        site.t(isCensored ? "institution.index_censored" : "measure.index"),
        basis);
  }

  private String percentile() {
    Optional<Row> index = standing.main();
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
    Optional<Row> index = standing.main();
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
        "measure",
        Cells.measure(site, InstitutionStanding.measure(index.get())),
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
      case "organisation_type" -> shared("organisation_type", "organisation_type");
      case "sector", "sector_id" -> shared("sector", "sector_id");
      case "unit37", "region", "province", "prefecture" ->
          shared("region", group.has("peer_region") ? "peer_region" : "unit37");
      default -> level;
    };
  }

  private String shared(String kind, String column) {
    return site.name(kind, group.text(column));
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
                  peersShare(row))));
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

  private Cell peersShare(Row row) {
    return row.has("peers_share")
        ? Numbers.percent(site, row.number("peers_share"))
        : Cell.withheld(site.absence(row.text("obs_status"), row.text("reason")));
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
}
