package org.evenstar.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * How a run is done.
 *
 * @param out output folder
 * @param engine engine address: {@code duckdb}, {@code spark}, {@code spark://HOST:PORT}
 * @param threads threads on this machine
 * @param memoryMegabytes memory the engine may hold
 * @param asOf the day the run looks from
 * @param codeVersion version of this software
 */
public record RunOptions(
    Path out,
    String engine,
    int threads,
    long memoryMegabytes,
    LocalDate asOf,
    String codeVersion) {}
