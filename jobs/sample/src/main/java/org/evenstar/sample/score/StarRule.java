package org.evenstar.sample.score;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.evenstar.schemas.config.Model;

/**
 * The cumulative rule of a model with one requirement per indicator and star, all indicators of one
 * weight: star l is met when the weighted mean of the domain means reaches the threshold, and the
 * star is the highest with all below it met. Exact in whole numbers.
 */
public final class StarRule {
  /** Domain means have denominators 1 to 4, and 12 is divisible by each. */
  private static final int DENOMINATOR = 12;

  private static final int LARGEST_DOMAIN = 4;

  private final int stars;
  private final int[] domainOf;
  private final int[] starOf;
  private final int[] weights;
  private final int[] sizes;
  private final long limit;
  private final BigDecimal maxNotApplicableShare;

  /**
   * @throws IllegalArgumentException when a domain has more indicators than the arithmetic covers
   */
  public StarRule(Model model) {
    List<Model.Item> items = model.scoredItems();
    List<String> domains = model.domains().stream().map(Model.Domain::domainId).toList();
    this.stars = model.stars().highest();
    this.domainOf = items.stream().mapToInt(item -> domains.indexOf(item.domainId())).toArray();
    this.starOf = items.stream().mapToInt(item -> item.star() == null ? 0 : item.star()).toArray();
    this.weights = model.domains().stream().mapToInt(Model.Domain::weight).toArray();
    this.sizes = new int[domains.size()];
    model.indicators().forEach(i -> sizes[domains.indexOf(i.domainId())]++);
    if (Arrays.stream(sizes).anyMatch(size -> size > LARGEST_DOMAIN)) {
      throw new IllegalArgumentException(
          "Cannot plant scores for model '"
              + model.modelId()
              + "': a domain has more than 4 indicators; use the six bodies' model");
    }
    BigDecimal threshold =
        model.rule().threshold() == null ? BigDecimal.ONE : model.rule().threshold();
    this.limit =
        threshold
            .multiply(BigDecimal.valueOf(10L * DENOMINATOR * Arrays.stream(weights).sum()))
            .longValueExact();
    this.maxNotApplicableShare = model.rule().maxNotApplicableShare();
  }

  /** The star that the scores give; 0 when none is met. */
  public int star(byte[] categories) {
    for (int star = 1; star <= stars; star++) {
      if (!isMet(categories, star)) {
        return star - 1;
      }
    }
    return stars;
  }

  /** Whether one star, taken alone, is met. */
  public boolean isMet(byte[] categories, int star) {
    return excess(categories, star) >= 0;
  }

  /**
   * How far a star's score lies above the threshold: 0 on it, negative below; the smallest number
   * when a domain cannot be assessed. The unit is a 120th of the sum of the domain weights.
   */
  public long excess(byte[] categories, int star) {
    long total = -limit;
    for (int domain = 0; domain < weights.length; domain++) {
      int sum = 0;
      int scored = 0;
      int notApplicable = 0;
      for (int item = 0; item < categories.length; item++) {
        if (starOf[item] == star && domainOf[item] == domain) {
          if (categories[item] >= 0) {
            sum += Category.tenths(categories[item]);
            scored++;
          } else if (categories[item] == Category.NOT_APPLICABLE) {
            notApplicable++;
          }
        }
      }
      if (scored == 0
          || scored + notApplicable < sizes[domain]
          || maxNotApplicableShare
                  .multiply(BigDecimal.valueOf(sizes[domain]))
                  .compareTo(BigDecimal.valueOf(notApplicable))
              < 0) {
        return Long.MIN_VALUE;
      }
      total += (long) weights[domain] * sum * DENOMINATOR / scored;
    }
    return total;
  }
}
