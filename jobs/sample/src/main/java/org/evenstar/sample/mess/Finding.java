package org.evenstar.sample.mess;

/**
 * What landing ought to find in a row.
 *
 * @param column header of the column, empty when it is the row as a whole
 * @param reasonCode code of the catalogue of reasons
 */
public record Finding(String column, String reasonCode) {}
