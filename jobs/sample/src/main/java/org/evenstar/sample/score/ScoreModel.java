package org.evenstar.sample.score;

import java.util.List;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Institution;
import org.evenstar.sample.population.Purpose;
import org.evenstar.schemas.config.Model;

/**
 * A many-facet rating-scale model (Linacre 1989): log P(k) / P(k−1) = quality + domain effect −
 * difficulty − severity − step k, over the four steps of a requirement.
 */
public final class ScoreModel {
  /** Steps between categories, in logits; they sum to zero. */
  public static final List<Double> STEPS = List.of(-1.0, 0.0, 1.0);

  /** At this quality less difficulty, the expected score is about 0.80. */
  private static final double THRESHOLD_LOGITS = 0.9;

  /** How much harder each star's requirements are, in logits. */
  public static final double STAR_SPACING = 0.9;

  private static final double INDICATOR_SD = 0.25;
  private static final double ITEM_SD = 0.20;
  private static final double NOT_APPLICABLE_SHARE = 0.02;

  private static final double EXP_1 = StrictMath.exp(-STEPS.get(0));
  private static final double EXP_2 = StrictMath.exp(-STEPS.get(0) - STEPS.get(1));

  private final PlantedFaults faults;
  private final List<String> domainIds;
  private final double[] difficulties;
  private final int[] domainOf;
  private final int[] starOf;

  public ScoreModel(long seed, Model model, PlantedFaults faults) {
    this.faults = faults;
    this.domainIds = model.domains().stream().map(Model.Domain::domainId).toList();
    List<Model.Item> items = model.scoredItems();
    List<String> indicators =
        model.indicators().stream().map(Model.Indicator::indicatorId).toList();
    int middle = (1 + model.stars().highest()) / 2;
    difficulties = new double[items.size()];
    domainOf = new int[items.size()];
    starOf = new int[items.size()];
    for (Model.Item item : items) {
      int star = item.star() == null ? middle : item.star();
      int indicator = indicators.indexOf(item.indicatorId());
      domainOf[item.itemNo()] = domainIds.indexOf(item.domainId());
      starOf[item.itemNo()] = star;
      difficulties[item.itemNo()] =
          STAR_SPACING * (star - middle)
              - THRESHOLD_LOGITS
              + INDICATOR_SD * Draws.of(seed, Purpose.DIFFICULTY, indicator).normal()
              + ITEM_SD * Draws.of(seed, Purpose.DIFFICULTY, item.itemNo(), 1).normal();
    }
  }

  /** Difficulty of every item, in logits. */
  public double[] difficulties() {
    return difficulties.clone();
  }

  /** Number of items. */
  public int items() {
    return difficulties.length;
  }

  /** The star that an institution of this quality may hope for. */
  public static double hopedStar(Institution institution) {
    return institution.quality() / STAR_SPACING + 3;
  }

  /** Draws the scores of every requirement of stars {@code from} to {@code to}. */
  public void score(
      Institution institution,
      Clientele body,
      int month,
      int from,
      int to,
      byte[] out,
      Draws draws) {
    for (int item = 0; item < out.length; item++) {
      if (starOf[item] >= from && starOf[item] <= to) {
        double logits =
            institution.quality()
                + institution.domainEffects().get(domainOf[item])
                - difficulties[item]
                - faults.logits(body, domainIds.get(domainOf[item]), month);
        out[item] = category(logits, draws.unit());
      }
    }
    setAside(from, to, out, draws);
  }

  /** Steps one score up or down, as an appeal or a correction does. */
  public void correct(byte[] scores, Draws draws) {
    for (int change = 0; change < 4; change++) {
      int item = draws.below(scores.length);
      if (scores[item] >= 0) {
        scores[item] = (byte) Math.min(Category.FULLY, scores[item] + 1);
      }
    }
  }

  private static byte category(double logits, double unit) {
    double x = StrictMath.exp(logits);
    double partly = x * EXP_1;
    double largely = x * x * EXP_2;
    double fully = x * x * x;
    double at = unit * (1 + partly + largely + fully);
    if (at < 1) {
      return Category.NONE;
    }
    if (at < 1 + partly) {
      return Category.PARTLY;
    }
    return at < 1 + partly + largely ? Category.LARGELY : Category.FULLY;
  }

  /** At most one requirement of a domain and star is not applicable, so each can be assessed. */
  private void setAside(int from, int to, byte[] out, Draws draws) {
    for (int star = from; star <= to; star++) {
      for (int domain = 0; domain < domainIds.size(); domain++) {
        if (draws.chance(4 * NOT_APPLICABLE_SHARE)) {
          int wanted = draws.below(4);
          for (int item = 0; item < out.length; item++) {
            if (starOf[item] == star && domainOf[item] == domain && wanted-- == 0) {
              out[item] = Category.NOT_APPLICABLE;
            }
          }
        }
      }
    }
  }

  /** The star that an item is a requirement of. */
  public int starOf(int item) {
    return starOf[item];
  }
}
