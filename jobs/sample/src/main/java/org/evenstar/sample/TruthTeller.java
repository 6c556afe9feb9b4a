package org.evenstar.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.OrganisationKind;
import org.evenstar.sample.score.PlantedFaults;
import org.evenstar.sample.score.ScoreModel;
import org.evenstar.schemas.config.Model;
import org.jspecify.annotations.Nullable;

/** Puts together what was planted. */
final class TruthTeller {
  private static final Comparator<Truth.PlantedProblem> BY_PLACE =
      Comparator.comparing(Truth.PlantedProblem::file)
          .thenComparing(Truth.PlantedProblem::sheet)
          .thenComparing(Truth.PlantedProblem::rowNumber)
          .thenComparing(Truth.PlantedProblem::column)
          .thenComparing(Truth.PlantedProblem::reasonCode);
  private static final Comparator<Truth.PlacedDossier> BY_NUMBER =
      Comparator.comparing(Truth.PlacedDossier::bodyId)
          .thenComparing(Truth.PlacedDossier::dossierNo);

  private final World world;

  TruthTeller(World world) {
    this.world = world;
  }

  Truth tell(Ledger ledger, Damage damage) {
    return new Truth(
        world.options.seed(),
        world.options.institutions(),
        world.options.months(),
        world.calendar.period(0),
        world.calendar.asOf().toString(),
        scoring(),
        faults(ledger),
        anchors(),
        ledger.doubleScored,
        ledger.revisions.stream().sorted(BY_NUMBER).toList(),
        ledger.withdrawals.stream().sorted(BY_NUMBER).toList(),
        ledger.problems.stream().sorted(BY_PLACE).toList(),
        ledger.notes.stream().sorted(BY_PLACE).toList(),
        damage.stopped(),
        damage.crossDelivery(),
        damage.duplicates(),
        ledger.lateFiles,
        missing(),
        counts(ledger));
  }

  private Truth.ScoreTruth scoring() {
    double[] logits = world.scores.difficulties();
    Map<String, Double> difficulties = new TreeMap<>();
    for (Model.Item item : world.model.scoredItems()) {
      difficulties.put(item.itemId(), rounded(logits[item.itemNo()]));
    }
    Map<String, Double> regions = new TreeMap<>();
    for (String province : world.population.places().provinces()) {
      regions.put(province + "0000", rounded(world.population.regionEffect(province)));
    }
    Map<String, Double> kinds = new TreeMap<>();
    for (OrganisationKind kind : OrganisationKind.values()) {
      kinds.put(kind.name(), kind.effect());
    }
    return new Truth.ScoreTruth(ScoreModel.STEPS, difficulties, regions, kinds);
  }

  private static double rounded(double logits) {
    return Math.round(logits * 1e6) / 1e6;
  }

  private Truth.Faults faults(Ledger ledger) {
    PlantedFaults faults = world.faults;
    boolean isAny = faults.isAny();
    return new Truth.Faults(
        severities(),
        isAny
            ? new Truth.DomainFault(
                faults.lenientBody().name(), faults.lenientDomain(), faults.domainLogits())
            : null,
        drift(),
        isAny
            ? new Truth.Bunching(
                faults.bunchingBody().name(), "0.80", "0.08", faults.bunchingShare())
            : null,
        ledger.copies.stream().sorted(BY_NUMBER).toList(),
        ledger.mismatches.stream().sorted(BY_NUMBER).toList());
  }

  private Truth.@Nullable Drift drift() {
    PlantedFaults faults = world.faults;
    return faults.driftMonth() < world.options.months()
        ? new Truth.Drift(
            faults.driftingBody().name(),
            world.calendar.period(faults.driftMonth()),
            faults.driftLogits())
        : null;
  }

  private List<Truth.BodySeverity> severities() {
    List<Clientele> bodies = Clientele.all();
    double[] means = new double[bodies.size()];
    double sum = 0;
    for (Clientele body : bodies) {
      means[body.number()] = mean(body);
      sum += means[body.number()];
    }
    List<Truth.BodySeverity> severities = new ArrayList<>();
    for (Clientele body : bodies) {
      severities.add(
          new Truth.BodySeverity(
              body.name(),
              world.faults.severities().get(body),
              rounded(means[body.number()] - sum / bodies.size()),
              world.dossiers.scale(body).isCoarse() ? 3 : 4));
    }
    return severities;
  }

  /** Over domains and months alike. */
  private double mean(Clientele body) {
    double sum = 0;
    for (Model.Domain domain : world.model.domains()) {
      for (int month = 0; month < world.options.months(); month++) {
        sum += world.faults.logits(body, domain.domainId(), month);
      }
    }
    return sum / (world.model.domains().size() * world.options.months());
  }

  private List<Truth.Anchor> anchors() {
    List<Truth.Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < world.plan.anchors(); i++) {
      Dossier dossier = world.dossiers.anchor(world.plan.firstAnchor() + i, i, Clientele.CCID);
      anchors.add(
          new Truth.Anchor(
              dossier.anchorId(),
              dossier.institution().creditCode(),
              world.calendar.period(dossier.month())));
    }
    return anchors;
  }

  private List<Truth.MissingDelivery> missing() {
    return world
        .schedule
        .silentMonth()
        .map(
            month ->
                new Truth.MissingDelivery(
                    Schedule.SILENT_BODY.name(), world.calendar.period(month)))
        .stream()
        .toList();
  }

  private static List<Truth.BodyCounts> counts(Ledger ledger) {
    List<Truth.BodyCounts> counts = new ArrayList<>();
    for (Clientele body : Clientele.all()) {
      Ledger.Counts of = ledger.counts[body.number()];
      counts.add(
          new Truth.BodyCounts(body.name(), of.read, of.accepted, of.repaired, of.quarantined));
    }
    return counts;
  }
}
