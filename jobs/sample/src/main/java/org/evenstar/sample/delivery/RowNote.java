package org.evenstar.sample.delivery;

/**
 * A row or column that is no dossier, and that landing ought to say so of.
 *
 * @param column header of the column, or empty
 */
public record RowNote(Spot spot, String column, String reasonCode) {}
