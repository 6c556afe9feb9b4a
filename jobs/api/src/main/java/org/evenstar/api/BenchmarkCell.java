package org.evenstar.api;

import java.util.OptionalDouble;

/**
 * A row of the dataset {@code benchmark}: how one measure is distributed in one cell.
 *
 * @param regionCode {@code *} is all, as in every column of the cell
 * @param measureKind star, index, domain, indicator or total
 * @param n dossiers
 * @param mean in the measure's unit; empty when withheld
 * @param meanLo lower end of its 95 % interval
 * @param meanHi upper end
 * @param obsStatus OK, WITHHELD, NOT_ENOUGH, NOT_APPLICABLE or NOT_ASSESSED
 */
public record BenchmarkCell(
    String regionLevel,
    String regionCode,
    String sectorId,
    String organisationType,
    String periodKind,
    String period,
    String measureKind,
    String measureId,
    OptionalDouble n,
    OptionalDouble mean,
    OptionalDouble meanLo,
    OptionalDouble meanHi,
    OptionalDouble q1,
    OptionalDouble median,
    OptionalDouble q3,
    String obsStatus) {}
