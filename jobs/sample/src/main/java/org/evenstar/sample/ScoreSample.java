package org.evenstar.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Purpose;
import org.evenstar.sample.score.Category;
import org.evenstar.sample.score.ScoreVector;
import org.evenstar.schemas.config.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers scored on every requirement, by the sample's way of making scores but without the
 * bodies' files: what is measured at scale. Every dossier follows from the seed and its number, so
 * any of them can be made alone, on any thread. One body has 60 % of them.
 */
public final class ScoreSample {
  private static final long SCORE_UNIT = 100_000;
  private static final double LARGEST_BODY_SHARE = 0.5;

  private final World world;
  private final Map<String, String> sectorIds;

  /** One dossier, coded as landing codes it. */
  public record Scored(
      long number,
      String bodyId,
      String dossierNo,
      String institutionCode,
      String institutionName,
      String regionCode,
      String sectorId,
      String organisationType,
      String period,
      int appliedStar,
      int awardedStar,
      LocalDate assessedOn,
      @Nullable LocalDate certifiedOn,
      ScoreVector categories) {

    /** Number of items. */
    public int items() {
      return categories.size();
    }

    /** Whether an item does not apply. */
    public boolean isNotApplicable(int item) {
      return categories.category(item) == Category.NOT_APPLICABLE;
    }

    /** An applicable item's score in millionths. */
    public long scoreMicro(int item) {
      return SCORE_UNIT * Category.tenths(categories.category(item));
    }
  }

  /**
   * @param months months from 2024-01 over which the dossiers are spread, 1 to 120
   * @param seed the same seed gives the same dossiers
   */
  public ScoreSample(int months, long seed) {
    this.world =
        new World(
            new SampleOptions(
                50, months, seed, SampleOptions.Planting.NONE, SampleOptions.Planting.NONE));
    this.sectorIds =
        RunFolder.sectors().sectors().stream()
            .collect(Collectors.toMap(sector -> sector.name().zh(), Sectors.Sector::sectorId));
  }

  /** Writes the run folder's configuration, with an empty {@code landing/}. */
  public void writeConfiguration(Path run) throws IOException {
    new RunFolder(world.calendar).write(run, Long.MAX_VALUE);
  }

  /** Items of every dossier. */
  public int items() {
    return world.scores.items();
  }

  /** The month of a dossier, from 0; told without making the dossier. */
  public int month(long number) {
    return world.population.monthOf(number);
  }

  /** The dossier of a number from 0. */
  public Scored dossier(long number) {
    Dossier dossier = world.dossiers.complete(number, body(number));
    return new Scored(
        number,
        dossier.body().name(),
        dossier.dossierNo(),
        dossier.institution().creditCode(),
        dossier.institution().name(),
        dossier.institution().place().code(),
        sectorIds.getOrDefault(dossier.institution().sector(), "UNKNOWN"),
        dossier.institution().kind().name(),
        world.calendar.period(dossier.month()),
        dossier.appliedStar(),
        dossier.awardedStar(),
        dossier.assessedOn(),
        dossier.certifiedOn(),
        dossier.categories());
  }

  private Clientele body(long number) {
    double unit = Draws.unit(Draws.hash(world.options.seed(), Purpose.BODY, number));
    return unit < LARGEST_BODY_SHARE ? Clientele.CCID : world.population.bodyOf(number);
  }
}
