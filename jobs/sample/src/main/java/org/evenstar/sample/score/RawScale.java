package org.evenstar.sample.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evenstar.sample.population.Draws;
import org.evenstar.schemas.config.Source;

/**
 * How a body writes the four steps, told from its scale map, so that landing gets back the very
 * score. A scale without a step for 0.8 is coarser: what others call largely met becomes fully or
 * partly met by the toss of a coin, which leaves the mean step as it was.
 */
public final class RawScale {
  private static final List<BigDecimal> SCORES =
      List.of(
          new BigDecimal("0"), new BigDecimal("0.5"), new BigDecimal("0.8"), new BigDecimal("1"));
  private static final double BONUS_SHARE = 0.10;

  private final List<List<String>> raw = new ArrayList<>();
  private final List<String> bonus = new ArrayList<>();
  private final List<String> notApplicable;

  public RawScale(Source.Scale scale) {
    for (BigDecimal score : SCORES) {
      raw.add(scale.kind().equals("linear") ? List.of(linear(scale, score)) : words(scale, score));
    }
    if (scale.above().equals("cap")) {
      BigDecimal highest = Objects.requireNonNull(scale.highest());
      bonus.add(highest.add(BigDecimal.valueOf(5)).toPlainString());
      bonus.add(highest.add(BigDecimal.TEN).toPlainString());
    }
    notApplicable = scale.absent().get(0).raw();
  }

  private static String linear(Source.Scale scale, BigDecimal score) {
    BigDecimal lowest = Objects.requireNonNull(scale.lowest());
    BigDecimal range = Objects.requireNonNull(scale.highest()).subtract(lowest);
    return lowest.add(score.multiply(range)).setScale(0, RoundingMode.UNNECESSARY).toPlainString();
  }

  private static List<String> words(Source.Scale scale, BigDecimal score) {
    return scale.map().stream()
        .filter(step -> step.score().compareTo(score) == 0)
        .flatMap(step -> step.raw().stream())
        .toList();
  }

  /** Whether a step of the scale is missing. */
  public boolean isCoarse() {
    return raw.stream().anyMatch(List::isEmpty);
  }

  /** Replaces steps that the scale does not know. */
  public void coarsen(byte[] categories, Draws draws) {
    if (!isCoarse()) {
      return;
    }
    for (int i = 0; i < categories.length; i++) {
      if (categories[i] >= 0 && raw.get(categories[i]).isEmpty()) {
        categories[i] = draws.chance(0.5) ? Category.FULLY : Category.PARTLY;
      }
    }
  }

  /** The text for a category; empty when it was not scored. */
  public String write(byte category, Draws draws) {
    if (category == Category.NOT_SCORED) {
      return "";
    }
    if (category == Category.NOT_APPLICABLE) {
      return notApplicable.size() == 1 ? notApplicable.get(0) : draws.pick(notApplicable);
    }
    if (category == Category.FULLY && !bonus.isEmpty() && draws.chance(BONUS_SHARE)) {
      return draws.pick(bonus);
    }
    List<String> texts = raw.get(category);
    return texts.size() == 1 ? texts.get(0) : draws.pick(texts);
  }
}
