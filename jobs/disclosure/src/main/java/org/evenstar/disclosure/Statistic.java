package org.evenstar.disclosure;

/** A kind of published number; each needs its own least number of contributors. */
public enum Statistic {
  /** Institutions, dossiers, stars. */
  COUNT,
  /** Mean with its interval and deviation: mean × n is a sum. */
  MEAN,
  /** First quartile, median, third quartile. */
  QUARTILES,
  /** First and ninth decile. */
  DECILES
}
