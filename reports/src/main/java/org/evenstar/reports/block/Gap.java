package org.evenstar.reports.block;

/**
 * What cannot be shown, and why: a dataset the release lacks, or an answer the data cannot give.
 *
 * @param remedy what would fill it; may be empty
 */
public record Gap(String text, String remedy) implements Block {}
