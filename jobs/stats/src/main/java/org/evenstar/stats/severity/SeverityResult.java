package org.evenstar.stats.severity;

import java.util.List;
import java.util.Optional;

/** The answer of the severity model: estimates, or why there are none. Never a NaN. */
public sealed interface SeverityResult {

  /** The answer in one word. */
  SeverityStatus status();

  /** Estimates that may be used: all, or those within components. */
  Optional<RaschFit> fit();

  /**
   * All bodies can be compared with each other.
   *
   * @param estimates the fitted model
   */
  record Identified(RaschFit estimates) implements SeverityResult {
    @Override
    public SeverityStatus status() {
      return SeverityStatus.IDENTIFIED;
    }

    @Override
    public Optional<RaschFit> fit() {
      return Optional.of(estimates);
    }
  }

  /** Why bodies cannot all be compared. */
  enum Reason {
    /** There is only one body. */
    ONE_BODY,
    /** No chain of shared institutions leads from some bodies to some others. */
    DISCONNECTED,
    /** Bodies share institutions, but rate different indicators of them. */
    INDICATORS_CONFOUNDED
  }

  /**
   * The data do not say how severities differ across components.
   *
   * @param reason why
   * @param components sets of bodies; severities are comparable within one, and centred there
   * @param contrasts what stays unknown, one for each open direction
   * @param within estimates within components, where there is one of two bodies or more
   * @param advice the fewest dossiers to double-score that would join the components
   */
  record NotIdentified(
      Reason reason,
      List<List<Integer>> components,
      List<Contrast> contrasts,
      Optional<RaschFit> within,
      List<DesignAdvice> advice)
      implements SeverityResult {
    @Override
    public SeverityStatus status() {
      return SeverityStatus.NOT_IDENTIFIED;
    }

    @Override
    public Optional<RaschFit> fit() {
      return within;
    }
  }

  /**
   * Bodies without a finite severity.
   *
   * @param extremes bodies and indicators all of whose informative ratings are at one end, or whose
   *     estimates ran away
   * @param rest the answer for the other bodies
   */
  record Unbounded(List<Extreme> extremes, Optional<SeverityResult> rest)
      implements SeverityResult {
    @Override
    public SeverityStatus status() {
      return SeverityStatus.UNBOUNDED;
    }

    @Override
    public Optional<RaschFit> fit() {
      return rest.flatMap(SeverityResult::fit);
    }
  }

  /**
   * A category that no informative rating used.
   *
   * @param indicator its indicator, or -1 for all of them
   * @param category the category
   */
  record UnusedCategory(int indicator, int category) {}

  /**
   * Some thresholds have no finite estimate.
   *
   * @param unused the categories nobody used
   */
  record ThresholdNotObserved(List<UnusedCategory> unused) implements SeverityResult {
    @Override
    public SeverityStatus status() {
      return SeverityStatus.THRESHOLD_NOT_OBSERVED;
    }

    @Override
    public Optional<RaschFit> fit() {
      return Optional.empty();
    }
  }

  /** Why there is nothing to estimate from. */
  enum Lack {
    /** No rating at all. */
    NO_RATINGS,
    /** All ratings are in one category. */
    NO_VARIATION,
    /** Every institution has a single rating, or only ratings at one end of the scale. */
    NO_INFORMATIVE_INSTITUTION
  }

  /**
   * There is nothing to estimate from.
   *
   * @param lack what is missing
   */
  record NoData(Lack lack) implements SeverityResult {
    @Override
    public SeverityStatus status() {
      return SeverityStatus.NO_DATA;
    }

    @Override
    public Optional<RaschFit> fit() {
      return Optional.empty();
    }
  }

  /**
   * Newton's steps had not become small when the iterations were used up.
   *
   * @param iterations steps taken
   * @param largestStep largest change of a parameter in the last, in logits
   */
  record NotConverged(int iterations, double largestStep) implements SeverityResult {
    @Override
    public SeverityStatus status() {
      return SeverityStatus.NOT_CONVERGED;
    }

    @Override
    public Optional<RaschFit> fit() {
      return Optional.empty();
    }
  }

  /**
   * More parameters than a dense information matrix allows.
   *
   * @param parameters how many there are
   * @param limit how many there may be
   */
  record TooLarge(int parameters, int limit) implements SeverityResult {
    @Override
    public SeverityStatus status() {
      return SeverityStatus.TOO_LARGE;
    }

    @Override
    public Optional<RaschFit> fit() {
      return Optional.empty();
    }
  }
}
