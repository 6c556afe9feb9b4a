package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;

/** Category uses over all ratings, by body, by indicator, and by body and indicator. */
final class CategoryTable {

  private final Groups groups;
  private final RaschParameters parameters;
  private final ResidualPass pass;
  private final CategoryUse.Limits limits;

  CategoryTable(
      Groups groups, RaschParameters parameters, ResidualPass pass, CategoryUse.Limits limits) {
    this.groups = groups;
    this.parameters = parameters;
    this.pass = pass;
    this.limits = limits;
  }

  List<CategoryUse> rows() {
    List<CategoryUse> rows = new ArrayList<>();
    int indicators = groups.data().indicators();
    add(rows, -1, -1, cell -> true);
    for (int slot = 0; slot < groups.bodies(); slot++) {
      int wanted = slot;
      add(rows, groups.body(slot), -1, cell -> cell / indicators == wanted);
    }
    for (int i = 0; i < indicators; i++) {
      int wanted = i;
      add(rows, -1, i, cell -> cell % indicators == wanted);
    }
    for (int cell = 0; cell < groups.cellCount(); cell++) {
      int wanted = cell;
      add(rows, groups.bodyOfCell(cell), groups.indicatorOfCell(cell), c -> c == wanted);
    }
    return rows;
  }

  private void add(List<CategoryUse> rows, int body, int indicator, IntPredicate isIn) {
    int categories = groups.categories();
    double[] uses = new double[categories];
    double[] measures = new double[categories];
    double all = 0;
    for (int cell = 0; cell < groups.cellCount(); cell++) {
      if (isIn.test(cell)) {
        for (int k = 0; k < categories; k++) {
          uses[k] += pass.uses[cell * categories + k];
          measures[k] += pass.measures[cell * categories + k];
          all += pass.uses[cell * categories + k];
        }
      }
    }
    double below = Double.NEGATIVE_INFINITY;
    for (int k = 0; all > 0 && k < categories; k++) {
      Set<CategoryUse.Warning> warnings = EnumSet.noneOf(CategoryUse.Warning.class);
      OptionalDouble threshold = threshold(indicator, k);
      // Thresholds belong to the model, not to a body; their warnings stand where they are fitted.
      if (body < 0 && k > 1 && threshold.isPresent()) {
        double under = threshold(indicator, k - 1).orElse(0);
        warnings.addAll(CategoryUse.advance(under, threshold.getAsDouble(), limits));
      }
      if (uses[k] < limits.fewestUses()) {
        warnings.add(CategoryUse.Warning.FEW_USES);
      }
      OptionalDouble average =
          uses[k] > 0 ? OptionalDouble.of(measures[k] / uses[k]) : OptionalDouble.empty();
      if (average.isPresent()) {
        if (average.getAsDouble() < below) {
          warnings.add(CategoryUse.Warning.AVERAGE_DISORDERED);
        }
        below = average.getAsDouble();
      }
      rows.add(new CategoryUse(body, indicator, k, (long) uses[k], average, threshold, warnings));
    }
  }

  private OptionalDouble threshold(int indicator, int category) {
    boolean isShared = parameters.model() == RaschModel.RATING_SCALE;
    if (category == 0 || (indicator < 0 && !isShared)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(parameters.threshold(Math.max(0, indicator), category - 1));
  }
}
