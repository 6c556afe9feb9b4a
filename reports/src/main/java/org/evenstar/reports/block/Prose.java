package org.evenstar.reports.block;

/** A paragraph. */
public record Prose(String text) implements Block {}
