package org.evenstar.stats.benchmark;

/** How the variance between regions is estimated. */
public enum TauEstimator {
  /** DerSimonian and Laird (1986): closed form from Cochran's Q. */
  DERSIMONIAN_LAIRD,
  /** Paule and Mandel (1982): the tau² at which the generalised Q equals its expectation. */
  PAULE_MANDEL,
  /** Restricted maximum likelihood, by Fisher scoring. */
  REML
}
