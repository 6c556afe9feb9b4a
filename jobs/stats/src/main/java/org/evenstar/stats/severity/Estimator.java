package org.evenstar.stats.severity;

/** Whose severities a report shows. */
public enum Estimator {
  /** Conditional maximum likelihood: assumes nothing about institutions. The default. */
  CML,
  /** Marginal maximum likelihood with latent regression on strata. */
  MML,
  /** Joint maximum likelihood, corrected for its outward bias. */
  JML
}
