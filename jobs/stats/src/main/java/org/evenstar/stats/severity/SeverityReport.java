package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenstar.stats.Distributions;

/** Everything about severities in one data set, ready to be written down by someone else. */
public final class SeverityReport {

  private static final double CONFIDENCE = 0.95;

  /** With more bodies than this only those with an estimate are paired. */
  private static final int MOST_PAIRED = 500;

  private final SeverityData data;
  private final ReportOptions options;
  private final SeverityResult result;
  private final Optional<RaschFit> fit;
  private final Optional<AfterFit> after;
  private final Optional<CrossCheck> crossCheck;
  private final int[] components;
  private final long[] ratings;
  private final long[] dossiers;
  private final long[] totals;

  private SeverityReport(SeverityData data, ReportOptions options) {
    this.data = data;
    this.options = options;
    SeverityResult conditional = ConditionalRasch.estimate(data, options.severity());
    boolean isIdentified = conditional.status() == SeverityStatus.IDENTIFIED;
    this.crossCheck =
        isIdentified && (options.withCrossCheck() || options.estimator() == Estimator.MML)
            ? conditional.fit().map(found -> check(found))
            : Optional.empty();
    this.result = shown(conditional);
    this.fit = result.fit();
    this.after = fit.map(found -> AfterFit.of(found, options.afterFit()));
    this.components = componentsOf(result, data);
    this.ratings = new long[data.bodies()];
    this.dossiers = new long[data.bodies()];
    this.totals = new long[data.bodies()];
    count();
  }

  /** Estimates, checks and tabulates. */
  public static SeverityReport of(SeverityData data, ReportOptions options) {
    return new SeverityReport(data, options);
  }

  /** The answer of the model. */
  public SeverityResult result() {
    return result;
  }

  /** The answer in one word. */
  public SeverityStatus status() {
    return result.status();
  }

  /** The fitted model, or the one within components. */
  public Optional<RaschFit> fit() {
    return fit;
  }

  /** The tables that follow from the fit. */
  public Optional<AfterFit> after() {
    return after;
  }

  /** The other estimators beside, where asked for and the design is identified. */
  public Optional<CrossCheck> crossCheck() {
    return crossCheck;
  }

  /** One row for each body of the data. */
  public List<BodyRow> bodies() {
    List<BodyRow> rows = new ArrayList<>();
    for (int body = 0; body < data.bodies(); body++) {
      Optional<BodyEstimate> estimate = estimate(body);
      rows.add(
          new BodyRow(
              body,
              status(body, estimate),
              components[body],
              ratings[body],
              dossiers[body],
              ratings[body] == 0 ? 0 : (double) totals[body] / ratings[body],
              estimate.map(this::estimated)));
    }
    return rows;
  }

  /** Body × indicator. */
  public List<Interaction> byIndicator() {
    return after.map(AfterFit::byIndicator).orElse(List.of());
  }

  /** Body × domain; empty without domains. */
  public List<Interaction> byDomain() {
    if (options.domainOf().isEmpty()) {
      return List.of();
    }
    int[] domainOf = options.domainOf().get().classes(data.indicators());
    return after.map(found -> found.byDomain(options.domains(), domainOf)).orElse(List.of());
  }

  /** Every pair of bodies with ratings (with an estimate, from 500), tested for equivalence. */
  public List<SeverityPair> pairs() {
    List<Integer> present = new ArrayList<>();
    for (int body = 0; body < data.bodies(); body++) {
      if (ratings[body] > 0 && (data.bodies() <= MOST_PAIRED || estimate(body).isPresent())) {
        present.add(body);
      }
    }
    return SeverityPair.all(result, present, marginInLogits(), options.alpha(), options.power());
  }

  /** The margin of equivalence in logits, at the mean location; 0 without a fit. */
  public double marginInLogits() {
    return scale().map(found -> found.logits(options.marginShare())).orElse(0.0);
  }

  /** How well bodies are told apart; only where all can be compared. */
  public Optional<FacetSummary> bodySummary() {
    return identified()
        .map(
            found ->
                FacetSummary.of(
                    found.bodies().stream().mapToDouble(BodyEstimate::severity).toArray(),
                    found.bodies().stream().mapToDouble(BodyEstimate::standardError).toArray()));
  }

  /** How well indicators are told apart. */
  public Optional<FacetSummary> indicatorSummary() {
    return identified()
        .map(
            found ->
                FacetSummary.of(
                    found.indicators().stream()
                        .mapToDouble(IndicatorEstimate::difficulty)
                        .toArray(),
                    found.indicators().stream()
                        .mapToDouble(IndicatorEstimate::standardError)
                        .toArray()));
  }

  /**
   * What would help: what joins components, or how many more institutions each weakly linked body
   * needs for the error asked for.
   */
  public List<DesignAdvice> advice() {
    if (result instanceof SeverityResult.NotIdentified open) {
      return open.advice();
    }
    List<DesignAdvice> advice = new ArrayList<>();
    if (fit.isPresent()) {
      DesignPlanner planner = new DesignPlanner(data);
      List<BodyEstimate> bodies = fit.get().bodies();
      for (BodyEstimate body : bodies) {
        if (body.isWeaklyLinked()) {
          bodies.stream()
              .filter(other -> other.body() != body.body())
              .filter(other -> other.component() == body.component())
              .max(
                  Comparator.comparingInt(BodyEstimate::linkedInstitutions)
                      .thenComparing(other -> -other.body()))
              .ifPresent(
                  other ->
                      advice.add(
                          planner.more(
                              other.body(),
                              body.body(),
                              body.standardError() * Math.sqrt(2),
                              options.severity().wantedError() * Math.sqrt(2))));
        }
      }
    }
    return advice;
  }

  /** Turns logits into shares of the scale, at the mean location. */
  public Optional<SeverityScale> scale() {
    return fit.flatMap(
        found -> after.map(a -> new SeverityScale(found.parameters(), a.meanLocation())));
  }

  private Optional<RaschFit> identified() {
    return status() == SeverityStatus.IDENTIFIED ? fit : Optional.empty();
  }

  private CrossCheck check(RaschFit found) {
    int[] strata =
        options
            .strata()
            .map(s -> s.classes(data.institutions()))
            .orElse(new int[data.institutions()]);
    return CrossCheck.of(data, options.severity(), found, strata, 0.03);
  }

  private SeverityResult shown(SeverityResult conditional) {
    if (conditional.status() != SeverityStatus.IDENTIFIED) {
      return conditional;
    }
    RaschFit found = conditional.fit().orElseThrow();
    return switch (options.estimator()) {
      case CML -> conditional;
      case MML ->
          crossCheck
              .flatMap(CrossCheck::marginal)
              .<SeverityResult>map(
                  m ->
                      new SeverityResult.Identified(
                          found.with(m.parameters(), m.bodyErrors(), m.logLikelihood())))
              .orElse(new SeverityResult.NotConverged(0, 0));
      case JML ->
          JointRasch.estimate(data, options.severity())
              .<SeverityResult>map(
                  p ->
                      new SeverityResult.Identified(
                          found.with(p, found.bodyErrors(), found.logLikelihood())))
              .orElse(conditional);
    };
  }

  private void count() {
    byte[] row = new byte[Math.max(1, data.indicators())];
    for (int d = 0; d < data.dossiers(); d++) {
      int body = data.body(data.row(d));
      data.copyRow(data.row(d), row);
      long before = ratings[body];
      for (int i = 0; i < data.indicators(); i++) {
        if (row[i] >= 0) {
          ratings[body]++;
          totals[body] += row[i];
        }
      }
      dossiers[body] += ratings[body] > before ? 1 : 0;
    }
  }

  private Optional<BodyEstimate> estimate(int body) {
    return fit.flatMap(found -> found.body(body));
  }

  private BodyRow.BodyStatus status(int body, Optional<BodyEstimate> estimate) {
    if (ratings[body] == 0) {
      return BodyRow.BodyStatus.NO_DATA;
    }
    if (estimate.isPresent()) {
      return estimate.get().isAnchored()
          ? BodyRow.BodyStatus.ANCHORED
          : estimate.get().isWeaklyLinked()
              ? BodyRow.BodyStatus.WEAKLY_LINKED
              : BodyRow.BodyStatus.ESTIMATED;
    }
    if (result instanceof SeverityResult.Unbounded unbounded
        && unbounded.extremes().stream()
            .anyMatch(e -> e.kind() == Extreme.Kind.BODY && e.index() == body)) {
      return BodyRow.BodyStatus.UNBOUNDED;
    }
    return components[body] >= 0 ? BodyRow.BodyStatus.NOT_LINKED : BodyRow.BodyStatus.NOT_ESTIMATED;
  }

  private static int[] componentsOf(SeverityResult result, SeverityData data) {
    int[] components = new int[data.bodies()];
    Arrays.fill(components, -1);
    SeverityResult at = result;
    if (at instanceof SeverityResult.Unbounded unbounded && unbounded.rest().isPresent()) {
      at = unbounded.rest().get();
    }
    if (at instanceof SeverityResult.NotIdentified open) {
      for (int c = 0; c < open.components().size(); c++) {
        for (int body : open.components().get(c)) {
          components[body] = c;
        }
      }
    } else {
      at.fit().ifPresent(fit -> fit.bodies().forEach(body -> components[body.body()] = 0));
    }
    return components;
  }

  private BodyRow.Estimated estimated(BodyEstimate body) {
    SeverityScale scale = scale().orElseThrow();
    double score = scale.score(body.severity());
    double reach =
        Distributions.normalReach(CONFIDENCE) * body.standardError() * scale.slope(body.severity());
    return new BodyRow.Estimated(
        body.severity(),
        body.standardError(),
        body.robustError(),
        score,
        score - reach,
        score + reach,
        after.orElseThrow().fairAverage(body.body()),
        body.linkedInstitutions(),
        after.orElseThrow().bodyFit(body.body()));
  }
}
