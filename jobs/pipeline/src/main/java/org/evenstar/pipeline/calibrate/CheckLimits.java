package org.evenstar.pipeline.calibrate;

/**
 * When one check speaks up.
 *
 * @param minN fewer dossiers are not computed
 * @param minNAlone fewer are never flagged alone
 * @param watchEffect least effect of a WATCH
 * @param alertEffect least effect of an ALERT
 * @param watchP probability below which a WATCH may be given
 * @param alertP probability below which an ALERT may be given
 */
record CheckLimits(
    int minN, int minNAlone, double watchEffect, double alertEffect, double watchP, double alertP) {

  /** The level of an effect, of either sign. */
  Signal.Level level(long n, double effect, double probability) {
    if (n < minN) {
      return Signal.Level.NOT_COMPUTED;
    }
    double size = Math.abs(effect);
    if (n < minNAlone || size < watchEffect || probability >= watchP) {
      return Signal.Level.INFO;
    }
    return size >= alertEffect && probability < alertP ? Signal.Level.ALERT : Signal.Level.WATCH;
  }

  /** The level of an effect that matters upwards only. */
  Signal.Level levelAbove(long n, double effect, double probability) {
    Signal.Level level = level(n, effect, probability);
    return level.isFlagged() && effect < 0 ? Signal.Level.INFO : level;
  }
}
