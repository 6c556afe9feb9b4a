package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Verdict;
import org.evenstar.reports.release.Row;

/** For the association: do the bodies mean the same by a star, how sure, and what to look at. */
final class AssociationPage {
  private final Site site;
  private final BodyPairs pairs;
  private final Signals signals;
  private final List<Row> severity;

  AssociationPage(Site site) {
    this.site = site;
    this.pairs = BodyPairs.read(site.release());
    this.signals = Signals.read(site.release(), row -> true);
    this.severity = site.release().rows("severity");
  }

  Page page() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdict());
    SeveritySection severitySection = new SeveritySection(site, severity, pairs);
    blocks.addAll(severitySection.pairs());
    blocks.addAll(severitySection.caterpillar());
    blocks.addAll(new SignalSection(site, signals).summary());
    blocks.addAll(new ConsistencySection(site).blocks());
    blocks.addAll(new QualitySection(site, row -> true).blocks());
    return new Page(
        "association/index.html",
        site.t("association.title"),
        "association",
        "ASSOCIATION",
        blocks);
  }

  private Verdict verdict() {
    long bodies = severity.isEmpty() ? site.release().labels().all("body").size() : severity.size();
    return new Verdict(
        site.t("association.question", "n", bodies),
        answer(bodies),
        pairs.widest().map(this::widest).orElse(""),
        certainty(),
        List.of(pairTally(), signalTally()),
        site.t("association.first"),
        signals.first(site, 5, "signals.html"));
  }

  private String answer(long bodies) {
    long all = pairs.all().size();
    if (all == 0) {
      return severity.isEmpty()
          ? site.t("association.answer.none")
          : site.t("association.answer.unlinked", "n", bodies);
    }
    long different = pairs.count(BodyPairs.Answer.DIFFERENT);
    long same = pairs.count(BodyPairs.Answer.SAME);
    if (different > 0) {
      return site.t("association.answer.different", "different", different, "all", all);
    }
    if (pairs.untold() == all) {
      return site.t("association.answer.untold", "all", all);
    }
    return pairs.untold() > 0
        ? site.t("association.answer.partly", "same", same, "untold", pairs.untold(), "all", all)
        : site.t("association.answer.same", "n", bodies);
  }

  private String widest(BodyPairs.Pair pair) {
    boolean secondIsStricter = pair.difference().orElse(0) > 0;
    String stricter = secondIsStricter ? pair.bodyB() : pair.bodyA();
    String lenient = secondIsStricter ? pair.bodyA() : pair.bodyB();
    return site.t(
        "association.widest",
        "strict",
        site.name("body", stricter),
        "lenient",
        site.name("body", lenient),
        "points",
        Numbers.absolute(site, pair.difference()),
        "interval",
        Numbers.points(site, pair.lo(), pair.hi()));
  }

  private String certainty() {
    if (pairs.all().isEmpty()) {
      return site.t(
          severity.isEmpty() ? "association.certainty.none" : "association.certainty.unlinked");
    }
    long linked = pairs.all().stream().mapToLong(BodyPairs.Pair::linked).sum();
    return site.t(
        "association.certainty",
        "linked",
        linked,
        "margin",
        site.figures().fixed(Numbers.times100(pairs.margin()), 0),
        "release",
        site.manifest().releaseId());
  }

  private Verdict.Tally pairTally() {
    return new Verdict.Tally(
        site.t("association.pairs", "n", pairs.all().size()),
        List.of(
            count("same", "=", pairs.count(BodyPairs.Answer.SAME), "answer.SAME"),
            count("different", "≠", pairs.count(BodyPairs.Answer.DIFFERENT), "answer.DIFFERENT"),
            count("unknown", "?", pairs.untold(), "answer.CANNOT_TELL")));
  }

  private Verdict.Tally signalTally() {
    return new Verdict.Tally(
        site.t("association.signals", "n", signals.loud()),
        Signals.LEVELS.subList(0, 3).stream()
            .map(
                level ->
                    count(
                        Signals.tone(level),
                        Signals.mark(level),
                        signals.count(level),
                        "level." + level))
            .toList());
  }

  private Verdict.Count count(String tone, String mark, long value, String key) {
    return new Verdict.Count(tone, mark, site.figures().whole(value), site.t(key));
  }
}
