package org.evenstar.sample;

import java.util.Optional;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Population;
import org.evenstar.sample.population.Purpose;

/** In which month's delivery a dossier comes: its own, except where lateness is planted. */
final class Schedule {
  /** A third of one body's dossiers of one month come two months late, in a file of their own. */
  static final Clientele LATE_BODY = Clientele.CESI;

  /** One body delivers nothing for one month, and sends it with the next. */
  static final Clientele SILENT_BODY = Clientele.GLKJ;

  private static final int LATE_MONTH = 1;
  private static final int MONTHS_LATE = 2;

  private final long seed;
  private final Population population;
  private final int months;
  private final boolean isMessy;

  Schedule(SampleOptions options, Population population) {
    this.seed = options.seed();
    this.population = population;
    this.months = options.months();
    this.isMessy = options.hasMesses() && months > LATE_MONTH + MONTHS_LATE;
  }

  /** The month for which the silent body delivers nothing. */
  Optional<Integer> silentMonth() {
    return isMessy ? Optional.of(months - 2) : Optional.empty();
  }

  /** The month in which a body delivers an ordinary dossier. */
  int deliveredIn(long number, Clientele body) {
    int month = population.monthOf(number);
    return isLate(number, body) ? month + MONTHS_LATE : notSilent(month, body);
  }

  /** The month in which a body delivers what it assessed in a month. */
  int notSilent(int month, Clientele body) {
    boolean isSilent = body == SILENT_BODY && silentMonth().equals(Optional.of(month));
    return isSilent ? month + 1 : month;
  }

  /** Whether a dossier is held back. */
  boolean isLate(long number, Clientele body) {
    return isMessy
        && body == LATE_BODY
        && population.monthOf(number) == LATE_MONTH
        && Draws.unit(Draws.hash(seed, Purpose.PART, number)) < 1.0 / 3;
  }

  /** The month in which a body revises or withdraws a dossier: the next, or the last. */
  int laterThan(long number, Clientele body) {
    return notSilent(Math.min(months - 1, deliveredIn(number, body) + 1), body);
  }
}
