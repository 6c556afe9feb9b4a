package org.evenstar.sample.delivery;

/**
 * Where a row stands.
 *
 * @param file path below {@code landing/}
 * @param sheet empty for formats without sheets
 * @param rowNumber as a person sees it: line, row of the sheet, or element, from 1
 */
public record Spot(String file, String sheet, int rowNumber) {}
