package org.evenstar.schemas.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A maturity model: domains, indicators, what is scored, and the rule from scores to a star. */
public record Model(
    String modelId,
    String version,
    boolean inferred,
    LocalText name,
    @Nullable String source,
    StarRange stars,
    List<Domain> domains,
    List<Indicator> indicators,
    Items items,
    Rule rule,
    @Nullable Certificate certificate) {

  public Model {
    domains = Lists.orEmpty(domains);
    indicators = Lists.orEmpty(indicators);
  }

  /** Lowest and highest star. */
  public record StarRange(int lowest, int highest) {}

  /** A named group of indicators scored together; weights are whole numbers. */
  public record Domain(String domainId, LocalText name, int weight) {}

  /** One measured question; the weight counts inside its domain. */
  public record Indicator(
      String indicatorId, String domainId, LocalText name, int weight, @Nullable Points points) {
    public Indicator {
      weight = weight == 0 ? 1 : weight;
    }
  }

  /** What is scored: {@code per_star} requirements or the indicators themselves. */
  public record Items(String kind, List<Integer> stars, @Nullable Points points) {
    public Items {
      stars = Lists.orEmpty(stars);
    }
  }

  /** An item's own scale; direction -1 means fewer points are better. */
  public record Points(BigDecimal lowest, BigDecimal highest, int direction) {
    public Points {
      direction = direction == 0 ? 1 : direction;
    }
  }

  /** From scores to the recomputed star; see the model schema for the two kinds. */
  public record Rule(
      String kind,
      @Nullable BigDecimal threshold,
      BigDecimal maxNotApplicableShare,
      @Nullable Floor floor,
      List<String> vetoes,
      @Nullable String aggregate,
      List<Band> bands) {
    public Rule {
      maxNotApplicableShare = Lists.or(maxNotApplicableShare, "0.25");
      vetoes = Lists.orEmpty(vetoes);
      bands = Lists.orEmpty(bands);
    }

    /** Whether a star needs all lower stars. */
    public boolean isCumulative() {
      return kind.equals("cumulative");
    }
  }

  /** Least domain score on 0…1; only a warning unless enforced. */
  public record Floor(BigDecimal value, boolean enforced) {}

  /** The limits of one star; a limit that is null does not bind. */
  public record Band(
      int star,
      @Nullable BigDecimal totalMin,
      @Nullable BigDecimal totalMax,
      @Nullable BigDecimal eachMin,
      @Nullable BigDecimal eachMax) {}

  /** How long a certificate holds. */
  public record Certificate(int months, @Nullable Integer surveillanceMonths) {}

  /**
   * One scored item.
   *
   * @param itemNo position among the model's items, from 0
   * @param star star it is a requirement of; null when the item is the indicator itself
   * @param points its own scale
   */
  public record Item(
      int itemNo,
      String itemId,
      String indicatorId,
      String domainId,
      @Nullable Integer star,
      int weight,
      Points points) {}

  /** The items in file order: indicator by indicator, stars as listed. */
  public List<Item> scoredItems() {
    Points unit = new Points(BigDecimal.ZERO, BigDecimal.ONE, 1);
    Points general = items.points() == null ? unit : items.points();
    List<Item> out = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Points points = indicator.points() == null ? general : indicator.points();
      if (items.kind().equals("per_star")) {
        for (int star : items.stars()) {
          String id = indicator.indicatorId() + "." + star;
          out.add(item(out.size(), id, indicator, star, points));
        }
      } else {
        out.add(item(out.size(), indicator.indicatorId(), indicator, null, points));
      }
    }
    return List.copyOf(out);
  }

  private static Item item(
      int itemNo, String itemId, Indicator of, @Nullable Integer star, Points points) {
    return new Item(itemNo, itemId, of.indicatorId(), of.domainId(), star, of.weight(), points);
  }
}
