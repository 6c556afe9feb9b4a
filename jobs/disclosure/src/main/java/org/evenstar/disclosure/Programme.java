package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** A linear programme over directions in which groups of cells can move, down to their floors. */
final class Programme {
  private static final long SMALL = 1 << 20;
  private static final int MOST_PARTS = 60;

  private final double[] floors;
  private final double[] aims;
  private final double[] distances;
  private final List<long[]> directions = new ArrayList<>();

  /**
   * @param floors by group, the lowest it may move to, at most 0; −∞ where there is none
   */
  Programme(double[] floors) {
    this.floors = floors.clone();
    this.aims = new double[floors.length];
    this.distances = new double[floors.length];
  }

  /**
   * Adds a direction, unless it is made of fractions too fine to tell from others.
   *
   * @param movement by group, modulo {@link NullSpace#PRIME}; a direction may be of any length, so
   *     fractions are multiplied up to whole numbers
   */
  boolean addDirection(long[] movement) {
    long parts = parts(movement);
    if (parts > MOST_PARTS) {
      return false;
    }
    directions.add(
        Arrays.stream(movement).map(step -> signed(step * parts % NullSpace.PRIME)).toArray());
    return true;
  }

  private static long parts(long[] movement) {
    for (long parts = 1; parts <= MOST_PARTS; parts++) {
      boolean isWhole = true;
      for (long step : movement) {
        isWhole &= Math.abs(signed(step * parts % NullSpace.PRIME)) < SMALL;
      }
      if (isWhole) {
        return parts;
      }
    }
    return MOST_PARTS + 1;
  }

  private static long signed(long residue) {
    return residue > NullSpace.PRIME / 2 ? residue - NullSpace.PRIME : residue;
  }

  /** Wants a group moved up (1) or down (−1), by a distance at most. */
  void aim(int group, int way, double distance) {
    aims[group] = way / distance;
    distances[group] = distance;
  }

  /** How each group moves in the best solution; all 0 when none was found. Aims are forgotten. */
  double[] solve() {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] steps = new Variable[directions.size()];
    for (int d = 0; d < steps.length; d++) {
      steps[d] = model.addVariable("y" + d);
    }
    for (int g = 0; g < floors.length; g++) {
      restrict(model.addExpression("g" + g), g, steps);
    }
    Optimisation.Result result = model.maximise();
    Arrays.fill(aims, 0);
    double[] moved = new double[floors.length];
    for (int d = 0; d < steps.length && result.getState().isFeasible(); d++) {
      double step = result.doubleValue(d);
      for (int g = 0; g < moved.length; g++) {
        moved[g] += directions.get(d)[g] * step;
      }
    }
    return moved;
  }

  private void restrict(Expression group, int g, Variable[] steps) {
    for (int d = 0; d < steps.length; d++) {
      if (directions.get(d)[g] != 0) {
        group.set(steps[d], directions.get(d)[g]);
      }
    }
    if (aims[g] != 0) {
      group.lower(Math.max(-distances[g], floors[g])).upper(distances[g]).weight(aims[g]);
    } else if (floors[g] > Double.NEGATIVE_INFINITY) {
      group.lower(floors[g]);
    }
  }
}
