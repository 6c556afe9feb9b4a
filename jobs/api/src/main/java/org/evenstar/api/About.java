package org.evenstar.api;

import org.evenstar.schemas.config.LocalText;

/**
 * What a release says of itself.
 *
 * @param releaseId such as {@code r0001}
 * @param asOf the day the release looks from, ISO
 * @param inferred whether the model is a stand-in for a standard whose clauses are not public
 * @param synthetic whether the data are made up
 * @param codeVersion version of the software that wrote it
 */
public record About(
    String releaseId,
    LocalText title,
    String asOf,
    String modelId,
    String modelVersion,
    boolean inferred,
    boolean synthetic,
    String codeVersion) {}
