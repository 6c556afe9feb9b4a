package org.evenstar.reports.page;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenstar.schemas.config.Model;

/**
 * The worked calculation of a star under a cumulative rule, in exact fractions: domain score =
 * weighted mean of the scored items, star score = weighted mean of the domain scores, star met when
 * the star score reaches the threshold.
 */
final class StarCalculation {
  /** A score as a fraction of millionths: numerator / denominator. */
  record Fraction(BigInteger numerator, BigInteger denominator) {

    /** For showing only; comparisons use the fraction. */
    double value() {
      return new BigDecimal(numerator)
              .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
              .doubleValue()
          / 1e6;
    }
  }

  /**
   * One star: the domains' scores in the model's order, and their mean; empty where not assessable.
   */
  record Star(int star, List<Optional<Fraction>> domains, Optional<Fraction> score, boolean isMet) {
    Star {
      domains = List.copyOf(domains);
    }
  }

  private final Model model;
  private final Map<String, Long> scores;
  private final Map<String, String> absences;
  private final List<Star> stars;

  /**
   * @param scores scores by item in millionths
   * @param absences reasons by item that has no score
   */
  StarCalculation(Model model, Map<String, Long> scores, Map<String, String> absences) {
    this.model = model;
    this.scores = new HashMap<>(scores);
    this.absences = new HashMap<>(absences);
    this.stars = calculate();
  }

  /** Whether the model has a rule that this calculation covers. */
  static boolean covers(Model model) {
    return model.rule().isCumulative()
        && model.items().kind().equals("per_star")
        && model.rule().threshold() != null;
  }

  List<Star> stars() {
    return stars;
  }

  private List<Star> calculate() {
    List<Model.Item> items = model.scoredItems();
    List<Star> out = new ArrayList<>();
    for (int star : model.items().stars()) {
      List<Optional<Fraction>> domains = new ArrayList<>();
      for (Model.Domain domain : model.domains()) {
        domains.add(domain(items, domain.domainId(), star));
      }
      Optional<Fraction> score = mean(domains);
      out.add(new Star(star, domains, score, score.map(this::reachesThreshold).orElse(false)));
    }
    return List.copyOf(out);
  }

  /** The highest star such that it and every lower star is met. */
  int star() {
    int reached = model.stars().lowest();
    for (Star star : stars) {
      if (!star.isMet()) {
        break;
      }
      reached = star.star();
    }
    return reached;
  }

  private Optional<Fraction> domain(List<Model.Item> all, String domainId, int star) {
    long sum = 0;
    long weights = 0;
    long items = 0;
    long notApplicable = 0;
    for (Model.Item item : all) {
      if (item.domainId().equals(domainId) && item.star() != null && item.star() == star) {
        items++;
        Long score = scores.get(item.itemId());
        if (score != null) {
          sum += score * item.weight();
          weights += item.weight();
        } else if ("NOT_APPLICABLE".equals(absences.get(item.itemId()))) {
          notApplicable++;
        } else {
          return Optional.empty();
        }
      }
    }
    boolean tooMuchAside =
        BigDecimal.valueOf(notApplicable)
                .compareTo(model.rule().maxNotApplicableShare().multiply(BigDecimal.valueOf(items)))
            > 0;
    return weights == 0 || tooMuchAside
        ? Optional.empty()
        : Optional.of(new Fraction(BigInteger.valueOf(sum), BigInteger.valueOf(weights)));
  }

  private Optional<Fraction> mean(List<Optional<Fraction>> domains) {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    long weights = 0;
    for (int i = 0; i < domains.size(); i++) {
      if (domains.get(i).isEmpty()) {
        return Optional.empty();
      }
      Fraction domain = domains.get(i).get();
      BigInteger weight = BigInteger.valueOf(model.domains().get(i).weight());
      numerator =
          numerator
              .multiply(domain.denominator())
              .add(domain.numerator().multiply(weight).multiply(denominator));
      denominator = denominator.multiply(domain.denominator());
      weights += model.domains().get(i).weight();
    }
    return weights == 0
        ? Optional.empty()
        : Optional.of(new Fraction(numerator, denominator.multiply(BigInteger.valueOf(weights))));
  }

  private boolean reachesThreshold(Fraction score) {
    BigDecimal threshold = model.rule().threshold();
    return threshold != null
        && new BigDecimal(score.numerator())
                .compareTo(
                    threshold.movePointRight(6).multiply(new BigDecimal(score.denominator())))
            >= 0;
  }
}
