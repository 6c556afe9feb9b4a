package org.evenstar.stats.severity;

/**
 * Limits of the tables after a fit.
 *
 * @param threads threads to use; the bits of the answer do not depend on it
 * @param unexpectedFrom absolute standardised residual from which a rating is unexpected
 * @param mostUnexpected unexpected ratings to keep
 * @param categoryLimits when to warn about a category
 * @param largestEigenvalue first residual eigenvalue above which a second dimension is suspected
 * @param binWidth of the ruler, in logits
 */
public record AfterFitOptions(
    int threads,
    double unexpectedFrom,
    int mostUnexpected,
    CategoryUse.Limits categoryLimits,
    double largestEigenvalue,
    double binWidth) {

  /** One thread, |z| from 3, 100 rows, Linacre's limits, 2, bins of a quarter logit. */
  public static final AfterFitOptions DEFAULT =
      new AfterFitOptions(1, 3, 100, CategoryUse.Limits.LINACRE, 2, 0.25);

  /** The same with another number of threads. */
  public AfterFitOptions withThreads(int other) {
    return new AfterFitOptions(
        other, unexpectedFrom, mostUnexpected, categoryLimits, largestEigenvalue, binWidth);
  }
}
