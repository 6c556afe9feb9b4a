package org.evenstar.api;

import java.util.OptionalDouble;

/**
 * A row of the dataset {@code signal}: something to look into. It accuses nobody.
 *
 * @param bodyId the body it is about; empty when about none
 * @param n observations behind it
 * @param effect how large, in {@code unit}
 * @param q probability of a false alarm after allowing for how many were looked at
 * @param level INFO, WATCH, ALERT, NOT_COMPUTED or NOT_IDENTIFIED
 */
public record Signal(
    String signalId,
    String checkId,
    String bodyId,
    String scopeKind,
    String scopeId,
    String period,
    OptionalDouble n,
    OptionalDouble effect,
    OptionalDouble effectLo,
    OptionalDouble effectHi,
    String unit,
    OptionalDouble q,
    String level,
    String state,
    String textZh,
    String textEn) {}
