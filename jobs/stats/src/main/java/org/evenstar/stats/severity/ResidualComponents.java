package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Principal components of the standardised residuals' correlations between indicators, over
 * dossiers: what indicators have in common beside the one dimension of the model.
 *
 * <p>A first eigenvalue above 2 is more than chance gives (Linacre 1998; Raiche 2005). Fewer than
 * two indicators, or indicators never rated in one dossier, give no component.
 *
 * @param eigenvalues of the correlation matrix, largest first
 * @param contrast loading of each indicator on the first component; 0 for those not rated
 * @param isMultidimensional whether the first eigenvalue exceeds the limit
 */
public record ResidualComponents(
    List<Double> eigenvalues, List<Double> contrast, boolean isMultidimensional) {

  /** Copies its lists. */
  public ResidualComponents {
    eigenvalues = List.copyOf(eigenvalues);
    contrast = List.copyOf(contrast);
  }

  static ResidualComponents of(double[] products, double[] pairs, int indicators, double limit) {
    List<Integer> used = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      if (products[i * indicators + i] > 0) {
        used.add(i);
      }
    }
    Double[] loadings = new Double[indicators];
    java.util.Arrays.fill(loadings, 0.0);
    if (used.size() < 2) {
      return new ResidualComponents(List.of(), List.of(loadings), false);
    }
    double[][] correlation = new double[used.size()][used.size()];
    for (int a = 0; a < used.size(); a++) {
      for (int b = a; b < used.size(); b++) {
        int at = used.get(a) * indicators + used.get(b);
        double scale =
            Math.sqrt(
                meanSquare(products, pairs, used.get(a), indicators)
                    * meanSquare(products, pairs, used.get(b), indicators));
        double value = a == b ? 1 : pairs[at] == 0 ? 0 : products[at] / pairs[at] / scale;
        correlation[a][b] = value;
        correlation[b][a] = value;
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(correlation, false));
    List<Double> values = new ArrayList<>();
    for (double value : eigen.getRealEigenvalues()) {
      values.add(value);
    }
    double[] first = eigen.getEigenvector(0).toArray();
    // An eigenvector's sign is arbitrary: its largest loading is made positive.
    double largest = 0;
    for (double value : first) {
      largest = Math.abs(value) > Math.abs(largest) + 1e-12 ? value : largest;
    }
    double scale = Math.sqrt(Math.max(0, values.get(0))) * (largest < 0 ? -1 : 1);
    for (int a = 0; a < used.size(); a++) {
      loadings[used.get(a)] = first[a] * scale;
    }
    return new ResidualComponents(values, List.of(loadings), values.get(0) > limit);
  }

  private static double meanSquare(double[] products, double[] pairs, int item, int indicators) {
    int at = item * indicators + item;
    return products[at] / pairs[at];
  }
}
