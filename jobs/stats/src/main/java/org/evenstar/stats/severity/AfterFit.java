package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that follows from a fitted model with its parameters held: locations, fit, fair averages,
 * interactions, category use, residual components, linkage and the ruler.
 */
public final class AfterFit {

  private final Groups groups;
  private final RaschParameters parameters;
  private final AfterFitOptions options;
  private final CellWeights weights;
  private final Locations locations;
  private final ResidualPass pass;
  private final Interactions interactions;

  private AfterFit(Groups groups, RaschParameters parameters, AfterFitOptions options) {
    this.groups = groups;
    this.parameters = parameters;
    this.options = options;
    this.weights = new CellWeights(parameters, groups);
    this.locations = Locations.of(groups, weights, options.threads());
    this.pass =
        ResidualPass.over(
            groups,
            parameters,
            weights,
            locations,
            options.unexpectedFrom(),
            options.mostUnexpected(),
            options.threads());
    this.interactions = new Interactions(groups, parameters, locations, options.threads());
  }

  /** After a fit of this package. */
  public static AfterFit of(RaschFit fit, AfterFitOptions options) {
    return new AfterFit(fit.groups(), fit.parameters(), options);
  }

  /** With parameters from elsewhere, such as another programme. */
  public static AfterFit of(
      SeverityData data, RaschParameters parameters, AfterFitOptions options) {
    java.util.BitSet bodies = new java.util.BitSet();
    bodies.set(0, data.bodies());
    java.util.BitSet indicators = new java.util.BitSet();
    indicators.set(0, data.indicators());
    return new AfterFit(new Groups(data, bodies, indicators), parameters, options);
  }

  /** Mean location over institutions, in logits. */
  public double meanLocation() {
    return locations.mean();
  }

  /** Locations in order of institution. */
  public List<InstitutionLocation> institutions() {
    List<InstitutionLocation> rows = new ArrayList<>(groups.institutions());
    forEachInstitution(rows::add);
    rows.sort(java.util.Comparator.comparingInt(InstitutionLocation::institution));
    return rows;
  }

  /** Locations in the order of groups: without a list of all of them. */
  public void forEachInstitution(Consumer<InstitutionLocation> consumer) {
    for (int group = 0; group < groups.groups(); group++) {
      int ratings = groups.length(groups.patternOf(group));
      int score = groups.score(group);
      boolean isExtreme = score == 0 || score == groups.maximum(group);
      for (int i = groups.first(group); i < groups.first(group + 1); i++) {
        consumer.accept(
            new InstitutionLocation(
                groups.institutionAt(i),
                locations.theta(group),
                locations.error(group),
                ratings,
                score,
                isExtreme));
      }
    }
  }

  /** Location of each institution, in logits; {@code absent} where there is none. */
  public double[] locations(double absent) {
    return locations.byInstitution(absent);
  }

  /** Fit of one body's ratings. */
  public FitStatistics bodyFit(int body) {
    int[] set = new int[groups.cellCount()];
    for (int cell = 0; cell < set.length; cell++) {
      set[cell] = groups.bodyOfCell(cell);
    }
    return pass.cells.fit(set, body);
  }

  /** Fit of one indicator's ratings. */
  public FitStatistics indicatorFit(int indicator) {
    int[] set = new int[groups.cellCount()];
    for (int cell = 0; cell < set.length; cell++) {
      set[cell] = groups.indicatorOfCell(cell);
    }
    return pass.cells.fit(set, indicator);
  }

  /** Expected category of a body at the mean location and mean difficulty, from 0. */
  public double fairAverage(int body) {
    return FairAverage.of(parameters, body, locations.mean());
  }

  /** Body × indicator. */
  public List<Interaction> byIndicator() {
    int[] own = new int[groups.data().indicators()];
    for (int i = 0; i < own.length; i++) {
      own[i] = i;
    }
    return interactions.table(pass.cells, own.length, own);
  }

  /**
   * Body × domain.
   *
   * @param domains number of domains
   * @param domainOf the domain of each indicator, -1 for none
   */
  public List<Interaction> byDomain(int domains, int[] domainOf) {
    return interactions.table(pass.cells, domains, domainOf);
  }

  /** Uses of categories: all, by body, by indicator, by body and indicator. */
  public List<CategoryUse> categories() {
    return new CategoryTable(groups, parameters, pass, options.categoryLimits()).rows();
  }

  /** The most unexpected ratings, farthest first, at most as many as the options say. */
  public List<UnexpectedRating> unexpected() {
    return pass.unexpected;
  }

  /** How many ratings are unexpected, those not listed included. */
  public long unexpectedCount() {
    return pass.unexpectedCount;
  }

  /** Components of what the model leaves unexplained between indicators. */
  public ResidualComponents residualComponents() {
    return ResidualComponents.of(
        pass.products, pass.pairs, groups.data().indicators(), options.largestEigenvalue());
  }

  /** Which bodies share institutions, and how often they agree. */
  public Linkage linkage() {
    return Linkage.of(groups, weights, locations);
  }

  /** Institutions on the scale. */
  public WrightMap wrightMap() {
    return WrightMap.of(groups, locations, options.binWidth());
  }
}
