package org.evenstar.reports.block;

/**
 * The start of a section.
 *
 * @param id anchor of deep links and of the page's contents
 * @param question what the section answers, in a few words
 */
public record Heading(String id, String question) implements Block {}
