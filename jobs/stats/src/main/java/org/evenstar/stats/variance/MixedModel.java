package org.evenstar.stats.variance;

import java.util.Optional;

/**
 * Henderson's mixed-model equations at given variance ratios, factored.
 *
 * <p>{@code M = W'W + diag(λ)}, λ = σ²_e/σ²_term for random and 0 for fixed columns. Local blocks
 * are eliminated once a pattern; what remains is dense and small (Henderson 1975, Biometrics 31).
 */
final class MixedModel {

  private final CrossedDesign design;
  private final Spd[] local;

  /** Per pattern: inverse local block times its counts with the touched columns. */
  private final double[][][] carried;

  private final Spd schur;
  private final Spd schurRandom;
  private final double logDeterminant;

  private MixedModel(
      CrossedDesign design,
      Spd[] local,
      double[][][] carried,
      Spd schur,
      Spd schurRandom,
      double logDeterminant) {
    this.design = design;
    this.local = local;
    this.carried = carried;
    this.schur = schur;
    this.schurRandom = schurRandom;
    this.logDeterminant = logDeterminant;
  }

  /** Empty when the fixed part is not determined by the design. */
  static Optional<MixedModel> factor(CrossedDesign design, double[] ratios) {
    int size = design.globals;
    double[][] reduced = new double[size][];
    for (int i = 0; i < size; i++) {
      reduced[i] = design.globalCounts[i].clone();
    }
    for (int term = 0; term < design.terms; term++) {
      for (int level = 0; !design.isLocal[term] && level < design.levels[term]; level++) {
        int column = design.offset[term] + level;
        reduced[column][column] += ratios[term];
      }
    }
    int patterns = design.patterns.size();
    Spd[] local = new Spd[patterns];
    double[][][] carried = new double[patterns][][];
    double logDeterminant = 0;
    for (int p = 0; p < patterns; p++) {
      Pattern pattern = design.patterns.get(p);
      int own = pattern.localTerm.length;
      double[][] block = new double[own][];
      for (int i = 0; i < own; i++) {
        block[i] = pattern.localCounts[i].clone();
        block[i][i] += ratios[pattern.localTerm[i]];
      }
      local[p] = Spd.of(block, own).orElseThrow();
      carried[p] = product(local[p].inverse(), pattern.crossCounts);
      logDeterminant += pattern.groups * local[p].logDeterminant();
      int touched = pattern.touched.length;
      for (int a = 0; a < touched; a++) {
        for (int b = 0; b < touched; b++) {
          double sum = 0;
          for (int i = 0; i < own; i++) {
            sum += pattern.crossCounts[i][a] * carried[p][i][b];
          }
          reduced[pattern.touched[a]][pattern.touched[b]] -= pattern.groups * sum;
        }
      }
    }
    Optional<Spd> schur = Spd.of(reduced, size);
    Optional<Spd> random = Spd.of(reduced, design.fixedOffset);
    if (schur.isEmpty() || random.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MixedModel(design, local, carried, schur.get(), random.get(), logDeterminant));
  }

  /** log|M|. */
  double logDeterminant() {
    return logDeterminant + schur.logDeterminant();
  }

  /** log determinant of the random part of M alone. */
  double logDeterminantRandom() {
    return logDeterminant + schurRandom.logDeterminant();
  }

  double[][] fixedInverse() {
    int p = design.globals - design.fixedOffset;
    double[][] block = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        block[i][j] = schur.inverse()[design.fixedOffset + i][design.fixedOffset + j];
      }
    }
    return block;
  }

  /** Solves {@code M s = W'f} for a value per sorted row. */
  Solution solve(double[] values) {
    double[] right = new double[design.globals];
    double[] own = new double[design.localLevel.length];
    for (int group = 0; group < design.groups(); group++) {
      Pattern pattern = design.pattern(group);
      int start = design.localStart[group];
      for (int row = 0; row < pattern.localOf.length; row++) {
        double value = values[design.rowStart[group] + row];
        for (int column : pattern.localOf[row]) {
          own[start + column] += value;
        }
        for (int column : pattern.globalOf[row]) {
          right[column] += value;
        }
      }
    }
    double[] ownRight = own.clone();
    double[] globalRight = right.clone();
    for (int group = 0; group < design.groups(); group++) {
      Pattern pattern = design.pattern(group);
      double[][] carry = carried[design.patternOf[group]];
      for (int i = 0; i < pattern.localTerm.length; i++) {
        double value = own[design.localStart[group] + i];
        for (int a = 0; a < pattern.touched.length; a++) {
          right[pattern.touched[a]] -= carry[i][a] * value;
        }
      }
    }
    double[] global = times(schur.inverse(), right);
    for (int group = 0; group < design.groups(); group++) {
      Pattern pattern = design.pattern(group);
      int p = design.patternOf[group];
      int start = design.localStart[group];
      for (int i = 0; i < pattern.localTerm.length; i++) {
        double sum = 0;
        for (int j = 0; j < pattern.localTerm.length; j++) {
          sum += local[p].inverse()[i][j] * ownRight[start + j];
        }
        for (int a = 0; a < pattern.touched.length; a++) {
          sum -= carried[p][i][a] * global[pattern.touched[a]];
        }
        own[start + i] = sum;
      }
    }
    return new Solution(own, global, ownRight, globalRight);
  }

  /**
   * Diagonals of M⁻¹ by term and level: with the fixed part for prediction errors, without it for
   * errors given the fixed effects.
   */
  double[][] diagonals(boolean isGivenFixed) {
    double[][] inverse = isGivenFixed ? schurRandom.inverse() : schur.inverse();
    int limit = isGivenFixed ? design.fixedOffset : design.globals;
    double[][] diagonals = new double[design.terms][];
    for (int term = 0; term < design.terms; term++) {
      diagonals[term] = new double[design.levels[term]];
      for (int level = 0; !design.isLocal[term] && level < design.levels[term]; level++) {
        int column = design.offset[term] + level;
        diagonals[term][level] = inverse[column][column];
      }
    }
    double[][] byPattern = new double[design.patterns.size()][];
    for (int p = 0; p < byPattern.length; p++) {
      byPattern[p] = localDiagonal(p, inverse, limit);
    }
    for (int group = 0; group < design.groups(); group++) {
      Pattern pattern = design.pattern(group);
      for (int i = 0; i < pattern.localTerm.length; i++) {
        int level = design.localLevel[design.localStart[group] + i];
        diagonals[pattern.localTerm[i]][level] = byPattern[design.patternOf[group]][i];
      }
    }
    return diagonals;
  }

  private double[] localDiagonal(int p, double[][] inverse, int limit) {
    Pattern pattern = design.patterns.get(p);
    int touched = pattern.touched.length;
    double[] diagonal = new double[pattern.localTerm.length];
    for (int i = 0; i < diagonal.length; i++) {
      double sum = local[p].inverse()[i][i];
      for (int a = 0; a < touched && pattern.touched[a] < limit; a++) {
        double inner = 0;
        for (int b = 0; b < touched && pattern.touched[b] < limit; b++) {
          inner += inverse[pattern.touched[a]][pattern.touched[b]] * carried[p][i][b];
        }
        sum += carried[p][i][a] * inner;
      }
      diagonal[i] = sum;
    }
    return diagonal;
  }

  private static double[][] product(double[][] left, double[][] right) {
    int columns = right.length == 0 ? 0 : right[0].length;
    double[][] product = new double[left.length][columns];
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < right.length; k++) {
        for (int j = 0; j < columns; j++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }

  /** A solution with its right-hand side, by local and global columns. */
  @SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
  record Solution(double[] local, double[] global, double[] localRight, double[] globalRight) {

    /** The inner product of this solution with another's right-hand side. */
    double dot(Solution other) {
      double sum = 0;
      for (int i = 0; i < local.length; i++) {
        sum += local[i] * other.localRight[i];
      }
      for (int i = 0; i < global.length; i++) {
        sum += global[i] * other.globalRight[i];
      }
      return sum;
    }
  }
}
