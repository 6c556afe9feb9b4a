package org.evenstar.sample;

import java.nio.file.Path;

/**
 * What was written.
 *
 * @param folder the run folder
 * @param rows rows of all bodies that landing reads
 * @param problems planted reasons to repair or quarantine
 */
public record SampleSummary(Path folder, long rows, long problems) {}
