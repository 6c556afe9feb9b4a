package org.evenstar.reports.block;

/** Lines to copy into a tool. */
public record Code(String title, String text) implements Block {}
