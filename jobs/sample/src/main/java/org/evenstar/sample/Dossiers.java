package org.evenstar.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Institution;
import org.evenstar.sample.population.Population;
import org.evenstar.sample.population.Purpose;
import org.evenstar.sample.score.Category;
import org.evenstar.sample.score.PlantedFaults;
import org.evenstar.sample.score.RawScale;
import org.evenstar.sample.score.ScoreModel;
import org.evenstar.sample.score.ScoreVector;
import org.evenstar.sample.score.StarRule;
import org.evenstar.schemas.config.Source;

/** Makes dossiers; each follows from the seed, the institution's number and the body alone. */
final class Dossiers {
  /** A bunching body lifts scores that miss the threshold by at most 0.08. */
  private static final long BUNCHING_WINDOW = 960;

  private static final double ONE_STAR_ABOVE_SHARE = 0.15;

  private final long seed;
  private final Calendar calendar;
  private final Population population;
  private final ScoreModel scores;
  private final StarRule rule;
  private final PlantedFaults faults;
  private final Map<Clientele, RawScale> scales = new EnumMap<>(Clientele.class);

  Dossiers(
      long seed,
      Calendar calendar,
      Population population,
      ScoreModel scores,
      StarRule rule,
      PlantedFaults faults,
      Map<Clientele, Source> sources) {
    this.seed = seed;
    this.calendar = calendar;
    this.population = population;
    this.scores = scores;
    this.rule = rule;
    this.faults = faults;
    sources.forEach((body, source) -> scales.put(body, new RawScale(source.scales().get(0))));
  }

  RawScale scale(Clientele body) {
    return scales.get(body);
  }

  /** The first revision of an institution's dossier at its own body or at its second one. */
  Dossier ordinary(long number, Clientele body) {
    int month = population.monthOf(number);
    boolean isDouble = population.isDoubleScored(number);
    return assess(
        population.institution(number),
        body,
        month,
        "",
        isDouble ? round(month) : "",
        1,
        !isDouble);
  }

  /** A body's dossier of an anchor case. */
  Dossier anchor(long number, int anchor, Clientele body) {
    Clientele home = Clientele.all().get(anchor % Clientele.all().size());
    String anchorId = String.format(Locale.ROOT, "A%03d", anchor + 1);
    return assess(
        population.institution(number, home),
        body,
        anchor % calendar.months(),
        anchorId,
        "",
        3,
        false);
  }

  /** A dossier like another's in every score, of another institution of the same body. */
  Dossier copy(long number, Dossier of) {
    Institution institution = population.institution(number, of.body());
    return new Dossier(
        institution,
        of.body(),
        number(of.body(), of.month(), number),
        of.month(),
        1,
        false,
        "",
        "",
        of.appliedStar(),
        of.awardedStar(),
        of.recomputedStar(),
        of.categories(),
        of.assessedOn(),
        of.certifiedOn());
  }

  /** A dossier of an institution beside the ordinary ones, applying for at least three stars. */
  Dossier extra(Institution institution, Clientele body, int month) {
    return assess(institution, body, month, "", "", 3, false);
  }

  /** A dossier scored on every requirement of every star, whichever was applied for. */
  Dossier complete(long number, Clientele body) {
    Institution institution = population.institution(number, body);
    Dossier scored = assess(institution, body, population.monthOf(number), "", "", 5, false);
    int applied = Math.max(1, Math.min(5, hoped(institution, draws(number))));
    return scored.applied(Math.max(applied, scored.recomputedStar()));
  }

  /** The next revision, with a few scores corrected upwards. */
  Dossier revised(Dossier former) {
    byte[] corrected = former.categories().toArray();
    scores.correct(corrected, Draws.of(seed, Purpose.REVISION, former.institution().number()));
    scales.get(former.body()).coarsen(corrected, draws(Purpose.REVISION, former, 1));
    return former.revised(new ScoreVector(corrected), rule.star(corrected));
  }

  private Draws draws(Purpose purpose, Dossier of, int further) {
    return Draws.of(seed, purpose, of.institution().number(), further);
  }

  private Dossier assess(
      Institution institution,
      Clientele body,
      int month,
      String anchorId,
      String roundId,
      int leastApplied,
      boolean isAlone) {
    long number = institution.number();
    Draws dossier = draws(number);
    int hoped = hoped(institution, dossier);
    int applied = Math.max(leastApplied, Math.min(5, hoped));
    boolean isAbove = dossier.chance(ONE_STAR_ABOVE_SHARE) && isAlone && applied < 5;
    byte[] categories = new byte[scores.items()];
    Arrays.fill(categories, Category.NOT_SCORED);
    Draws draws = Draws.of(seed, Purpose.SCORE, number, body.number());
    scores.score(institution, body, month, 1, isAbove ? applied + 1 : applied, categories, draws);
    scales.get(body).coarsen(categories, draws);
    if (isAlone && body == faults.bunchingBody()) {
      lift(categories, applied, draws);
    }
    int recomputed = rule.star(categories);
    // Who turns out to meet the star above has applied for it: nobody is awarded more.
    int appliedAfter = Math.max(applied, recomputed);
    LocalDate assessedOn = calendar.day(month, 1 + draws.below(28));
    return new Dossier(
        institution,
        body,
        number(body, month, number),
        month,
        1,
        false,
        anchorId,
        roundId,
        appliedAfter,
        recomputed,
        recomputed,
        new ScoreVector(categories),
        assessedOn,
        recomputed == 0 ? null : assessedOn.plusDays(1 + draws.below(9)));
  }

  private Draws draws(long number) {
    return Draws.of(seed, Purpose.DOSSIER, number);
  }

  private static int hoped(Institution institution, Draws dossier) {
    return (int) Math.floor(ScoreModel.hopedStar(institution) + 0.3 + 0.6 * dossier.normal());
  }

  /** Raises scores of the star applied for, one step at a time, until it is just met. */
  private void lift(byte[] categories, int applied, Draws draws) {
    long excess = rule.excess(categories, applied);
    if (excess >= 0
        || excess < -BUNCHING_WINDOW
        || rule.star(categories) != applied - 1
        || !draws.chance(faults.bunchingShare())) {
      return;
    }
    while (rule.excess(categories, applied) < 0) {
      int item = draws.below(categories.length);
      if (scores.starOf(item) == applied
          && categories[item] >= Category.NONE
          && categories[item] < Category.FULLY) {
        categories[item]++;
      }
    }
  }

  private String number(Clientele body, int month, long number) {
    return body.name().substring(0, 2)
        + '-'
        + calendar.period(month).substring(0, 4)
        + '-'
        + Long.toString(100_000_000 + number).substring(1);
  }

  private String round(int month) {
    String period = calendar.period(month);
    int quarter = (Integer.parseInt(period.substring(5)) + 2) / 3;
    return "DS-" + period.substring(0, 4) + "Q" + quarter;
  }
}
