package org.evenstar.sample.population;

/** What random draws are for; draws for one purpose never disturb another's. */
public enum Purpose {
  /** Which body and month. */
  MEMBERSHIP(1),
  /** Whether and by whom a dossier is scored twice. */
  SECOND_BODY(2),
  /** Name, place, sector, type, quality. */
  PROFILE(3),
  /** Which star is applied for, days, remarks. */
  DOSSIER(4),
  /** Requirement scores. */
  SCORE(5),
  /** Corrections in a later revision. */
  REVISION(6),
  /** How a score is written. */
  WRITING(7),
  /** Difficulty of indicators and requirements. */
  DIFFICULTY(8),
  /** Quality of regions. */
  REGION(9),
  /** Which institutions play a planted part. */
  PART(10),
  /** What a planted mess looks like. */
  MESS(11),
  /** Which body, where one has most of the dossiers. */
  BODY(12);

  private final int salt;

  Purpose(int salt) {
    this.salt = salt;
  }

  /** A number of its own. */
  int salt() {
    return salt;
  }
}
