package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;

/** Turns Newton's last step into estimates with errors, centred within each class. */
final class FitAssembly {

  private final SeverityData data;
  private final SeverityOptions options;
  private final Preparation prepared;
  private final Groups groups;
  private final Layout layout;
  private final Constraints constraints;
  private final List<List<Integer>> classes;

  FitAssembly(
      SeverityData data,
      SeverityOptions options,
      Preparation prepared,
      Groups groups,
      Layout layout,
      Constraints constraints,
      List<List<Integer>> classes) {
    this.data = data;
    this.options = options;
    this.prepared = prepared;
    this.groups = groups;
    this.layout = layout;
    this.constraints = constraints;
    this.classes = classes;
  }

  RaschFit assemble(Newton newton) {
    int size = layout.size();
    double[] centring = centring();
    double[] covariance = centred(newton.covariance(), centring);
    double[] robust =
        centred(
            newton.sandwich(
                new Scores(groups, layout, newton.parameters()).outerProducts(options.threads())),
            centring);
    RaschParameters parameters = recentred(newton.parameters());
    int[] linked = linkedInstitutions();
    List<BodyEstimate> bodies = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      for (int body : classes.get(c)) {
        int place = layout.body(body);
        double error = error(covariance, place);
        bodies.add(
            new BodyEstimate(
                body,
                parameters.severity(body),
                error,
                error(robust, place),
                c,
                linked[body],
                error > options.wantedError(),
                place < 0));
      }
    }
    bodies.sort(java.util.Comparator.comparingInt(BodyEstimate::body));
    List<IndicatorEstimate> indicators = new ArrayList<>();
    prepared.indicators().stream()
        .forEach(
            item ->
                indicators.add(
                    new IndicatorEstimate(
                        item,
                        parameters.difficulty(item),
                        error(covariance, layout.item(item)),
                        error(robust, layout.item(item)),
                        layout.item(item) < 0)));
    double[][] bodyCovariance = new double[bodies.size()][bodies.size()];
    for (int a = 0; a < bodies.size(); a++) {
      for (int b = 0; b < bodies.size(); b++) {
        int placeA = layout.body(bodies.get(a).body());
        int placeB = layout.body(bodies.get(b).body());
        bodyCovariance[a][b] = placeA < 0 || placeB < 0 ? 0 : covariance[placeA * size + placeB];
      }
    }
    return new RaschFit(
        parameters,
        bodies,
        indicators,
        thresholds(parameters, covariance),
        bodyCovariance,
        newton.logLikelihood(),
        newton.iterations(),
        newton.largestStep(),
        prepared.informativeInstitutions(),
        prepared.linkedInstitutions(),
        groups);
  }

  private List<ThresholdEstimate> thresholds(RaschParameters parameters, double[] covariance) {
    List<ThresholdEstimate> thresholds = new ArrayList<>();
    boolean isShared = options.model() == RaschModel.RATING_SCALE;
    prepared.indicators().stream()
        .limit(isShared ? 1 : Long.MAX_VALUE)
        .forEach(
            item -> {
              int first = layout.threshold(item);
              for (int t = 0; t < layout.steps(); t++) {
                thresholds.add(
                    new ThresholdEstimate(
                        isShared ? -1 : item,
                        t,
                        parameters.threshold(item, t),
                        error(covariance, first < 0 ? -1 : first + t)));
              }
            });
    return thresholds;
  }

  private double error(double[] covariance, int place) {
    return place < 0 ? 0 : Math.sqrt(Math.max(0, covariance[place * layout.size() + place]));
  }

  private boolean isCentred(List<Integer> members) {
    return members.stream().noneMatch(options.anchoredBodies()::containsKey);
  }

  /** The matrix that takes the mean of its class from every body, as place → class, -1 = none. */
  private double[] centring() {
    int size = layout.size();
    double[] matrix = new double[size * size];
    for (int i = 0; i < size; i++) {
      matrix[i * size + i] = 1;
    }
    for (List<Integer> members : classes) {
      if (isCentred(members)) {
        subtractMean(matrix, size, members.stream().mapToInt(layout::body).toArray());
      }
    }
    if (options.anchoredIndicators().isEmpty()) {
      for (List<Integer> members :
          BodyClasses.indicators(prepared.indicators(), layout, constraints.open())) {
        subtractMean(matrix, size, members.stream().mapToInt(layout::item).toArray());
      }
    }
    return matrix;
  }

  private static void subtractMean(double[] matrix, int size, int[] places) {
    for (int a : places) {
      for (int b : places) {
        matrix[a * size + b] -= 1.0 / places.length;
      }
    }
  }

  /** C V C' for a centring matrix C. */
  private double[] centred(double[] covariance, double[] centring) {
    int size = layout.size();
    double[] half = new double[size * size];
    double[] whole = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int k = 0; k < size; k++) {
        double c = centring[a * size + k];
        for (int b = 0; c != 0 && b < size; b++) {
          half[a * size + b] += c * covariance[k * size + b];
        }
      }
    }
    for (int a = 0; a < size; a++) {
      for (int k = 0; k < size; k++) {
        double c = centring[a * size + k];
        for (int b = 0; c != 0 && b < size; b++) {
          whole[b * size + a] += c * half[b * size + k];
        }
      }
    }
    return whole;
  }

  private RaschParameters recentred(RaschParameters parameters) {
    double[] severity = parameters.severities();
    double[] difficulty = parameters.difficulties();
    for (List<Integer> members : classes) {
      if (isCentred(members)) {
        subtractMean(severity, members);
      }
    }
    if (options.anchoredIndicators().isEmpty()) {
      for (List<Integer> members :
          BodyClasses.indicators(prepared.indicators(), layout, constraints.open())) {
        subtractMean(difficulty, members);
      }
    }
    return new RaschParameters(options.model(), severity, difficulty, parameters.thresholdRows());
  }

  private static void subtractMean(double[] values, List<Integer> members) {
    double mean = members.stream().mapToDouble(i -> values[i]).sum() / members.size();
    members.forEach(i -> values[i] -= mean);
  }

  private int[] linkedInstitutions() {
    int[] linked = new int[data.bodies()];
    int[] cells = new int[groups.longest()];
    for (int pattern = 0; pattern < groups.patterns(); pattern++) {
      if (groups.distinctBodies(pattern) < 2) {
        continue;
      }
      int n = 0;
      for (int g = groups.firstGroup(pattern); g < groups.firstGroup(pattern + 1); g++) {
        n += groups.isInformative(g) ? groups.size(g) : 0;
      }
      int length = groups.cells(pattern, cells);
      int last = -1;
      for (int j = 0; j < length; j++) {
        int body = groups.bodyOfCell(cells[j]);
        linked[body] += body == last ? 0 : n;
        last = body;
      }
    }
    return linked;
  }
}
