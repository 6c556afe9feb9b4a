package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Severities by conditional maximum likelihood: nothing is assumed about how good institutions are.
 *
 * <p>Given an institution's total its location drops out of the many-facet Rasch model (Andersen
 * 1970), so a body with weak institutions is not taken for a severe one. The normaliser is exact
 * for short patterns and by saddle point for long ones ({@link SaddlePoint}); Newton steps are
 * analytic; standard errors come from the whole information matrix.
 *
 * <p>n = 0, a single body, equal scores, extreme bodies, unused categories and designs that leave
 * severities open have a status each. Absent ratings may be anywhere.
 */
public final class ConditionalRasch {

  /** More free parameters than this are refused: the information matrix is dense. */
  public static final int MOST_PARAMETERS = 3000;

  private final SeverityData data;
  private final SeverityOptions options;
  private final Preparation prepared;

  private ConditionalRasch(SeverityData data, SeverityOptions options) {
    this.data = data;
    this.options = options;
    this.prepared = new Preparation(data);
  }

  /** Estimates all severities, or says why that cannot be done. */
  public static SeverityResult estimate(SeverityData data, SeverityOptions options) {
    if (data.ratings() == 0) {
      return new SeverityResult.NoData(SeverityResult.Lack.NO_RATINGS);
    }
    if (data.categories() < 2) {
      return new SeverityResult.NoData(SeverityResult.Lack.NO_VARIATION);
    }
    return new ConditionalRasch(data, options).estimate();
  }

  private SeverityResult estimate() {
    List<Extreme> extremeBodies =
        prepared.extremes().stream().filter(e -> e.kind() == Extreme.Kind.BODY).toList();
    if (extremeBodies.isEmpty()) {
      return estimateKept();
    }
    return new SeverityResult.Unbounded(prepared.extremes(), Optional.of(estimateKept()));
  }

  private SeverityResult estimateKept() {
    Connectivity connectivity = new Connectivity(data, prepared);
    if (prepared.bodies().isEmpty()) {
      return connectivity.hasInformation()
          ? connectivity.notIdentified(Optional.empty(), options.wantedError())
          : new SeverityResult.NoData(connectivity.lack());
    }
    int steps = data.categories() - 1;
    int thresholdRows =
        options.model() == RaschModel.RATING_SCALE ? 1 : prepared.indicators().cardinality();
    int parameters =
        prepared.bodies().cardinality()
            + prepared.indicators().cardinality()
            + steps * thresholdRows;
    if (parameters > MOST_PARAMETERS) {
      return new SeverityResult.TooLarge(parameters, MOST_PARAMETERS);
    }
    return fit(connectivity, new Groups(data, prepared.bodies(), prepared.indicators()));
  }

  private SeverityResult fit(Connectivity connectivity, Groups groups) {
    BitSet freeBodies = without(prepared.bodies(), options.anchoredBodies());
    BitSet freeItems = without(prepared.indicators(), options.anchoredIndicators());
    Layout layout =
        new Layout(options.model(), groups, freeBodies, freeItems, prepared.indicators(), true);
    ConditionalLikelihood likelihood =
        new ConditionalLikelihood(groups, layout, options.normaliser(), options.threads());
    List<SeverityResult.UnusedCategory> unused = unused(groups, likelihood.observed());
    if (!unused.isEmpty()) {
      return new SeverityResult.ThresholdNotObserved(unused);
    }
    Constraints constraints = new Constraints(groups, layout, prepared, freeBodies, freeItems);
    Newton newton =
        new Newton(likelihood, layout, constraints.all(), start(), options.maximumIterations());
    if (!newton.isConverged()) {
      return failed(newton);
    }
    List<List<Integer>> classes =
        BodyClasses.bodies(prepared.bodies(), prepared, layout, constraints.open());
    RaschFit fit =
        new FitAssembly(data, options, prepared, groups, layout, constraints, classes)
            .assemble(newton);
    connectivity.refine(classes, anchoredClasses(classes), constraints.open(), layout);
    return connectivity.isConnected()
        ? new SeverityResult.Identified(fit)
        : connectivity.notIdentified(Optional.of(fit), options.wantedError());
  }

  /** Components that hold an anchor are all on the anchors' scale. */
  private List<Integer> anchoredClasses(List<List<Integer>> classes) {
    List<Integer> anchored = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).stream().anyMatch(options.anchoredBodies()::containsKey)) {
        anchored.add(i);
      }
    }
    return anchored;
  }

  private static SeverityResult failed(Newton newton) {
    List<Extreme> extremes = new ArrayList<>();
    RaschParameters at = newton.parameters();
    for (int body = 0; body < at.bodies(); body++) {
      if (Math.abs(at.severity(body)) > Newton.RUNAWAY * 2 / 3) {
        extremes.add(new Extreme(Extreme.Kind.BODY, body, at.severity(body) < 0));
      }
    }
    for (int item = 0; item < at.indicators(); item++) {
      if (Math.abs(at.difficulty(item)) > Newton.RUNAWAY * 2 / 3) {
        extremes.add(new Extreme(Extreme.Kind.INDICATOR, item, at.difficulty(item) < 0));
      }
    }
    return extremes.isEmpty()
        ? new SeverityResult.NotConverged(newton.iterations(), newton.largestStep())
        : new SeverityResult.Unbounded(extremes, Optional.empty());
  }

  private RaschParameters start() {
    RaschParameters zero = RaschParameters.zero(options.model(), data);
    double[] severity = zero.severities();
    double[] difficulty = zero.difficulties();
    options.anchoredBodies().forEach((body, value) -> severity[body] = value);
    options.anchoredIndicators().forEach((item, value) -> difficulty[item] = value);
    return new RaschParameters(options.model(), severity, difficulty, zero.thresholdRows());
  }

  private List<SeverityResult.UnusedCategory> unused(Groups groups, double[] observed) {
    int categories = data.categories();
    boolean isShared = options.model() == RaschModel.RATING_SCALE;
    double[][] counts = new double[isShared ? 1 : data.indicators()][categories];
    for (int cell = 0; cell < groups.cellCount(); cell++) {
      for (int k = 0; k < categories; k++) {
        counts[isShared ? 0 : groups.indicatorOfCell(cell)][k] += observed[cell * categories + k];
      }
    }
    List<SeverityResult.UnusedCategory> unused = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      for (int k = 0; k < categories; k++) {
        if (counts[row][k] == 0 && (isShared || prepared.indicators().get(row))) {
          unused.add(new SeverityResult.UnusedCategory(isShared ? -1 : row, k));
        }
      }
    }
    return unused;
  }

  private static BitSet without(BitSet kept, Map<Integer, Double> anchored) {
    BitSet free = (BitSet) kept.clone();
    anchored.keySet().forEach(free::clear);
    return free;
  }
}
