package org.evenstar.pipeline;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.BOOLEAN;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenstar.engine.Engine;
import org.evenstar.schemas.config.Model;

/**
 * The model as tables for the SQL.
 *
 * <p>Weighted means are kept exact as whole numbers: with {@code exact_unit} G the least common
 * multiple of every weight sum that can occur, a mean of micro-scores m = s / w is the integer s ×
 * (G / w) in units of 1 / (10^6 G). Star scores add the domain weights W on top.
 */
final class ModelTables {
  /** Largest unit under which no intermediate of the SQL leaves a BIGINT. */
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE / 4);

  private final Model model;
  private final List<Model.Item> items;

  ModelTables(Model model) {
    this.model = model;
    this.items = model.scoredItems();
  }

  void register(Engine engine, Path folder) {
    domains(engine, folder);
    items(engine, folder);
    long exactUnit = weightFactors(engine, folder);
    stars(engine, folder);
    rule(engine, folder, exactUnit);
  }

  private void domains(Engine engine, Path folder) {
    TableFile domains =
        new TableFile("model_domain")
            .column("domain_no", INT)
            .column("domain_id", TEXT)
            .column("weight", BIGINT);
    for (int i = 0; i < model.domains().size(); i++) {
      domains.row(i, model.domains().get(i).domainId(), model.domains().get(i).weight());
    }
    domains.register(engine, folder);
    TableFile indicators =
        new TableFile("model_indicator")
            .column("indicator_no", INT)
            .columns(TEXT, "indicator_id", "domain_id");
    for (int i = 0; i < model.indicators().size(); i++) {
      Model.Indicator indicator = model.indicators().get(i);
      indicators.row(i, indicator.indicatorId(), indicator.domainId());
    }
    indicators.register(engine, folder);
  }

  private int domainNo(String domainId) {
    for (int i = 0; i < model.domains().size(); i++) {
      if (model.domains().get(i).domainId().equals(domainId)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Cannot find domain '" + domainId + "' in the model");
  }

  private int indicatorNo(String indicatorId) {
    for (int i = 0; i < model.indicators().size(); i++) {
      if (model.indicators().get(i).indicatorId().equals(indicatorId)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Cannot find indicator '" + indicatorId + "' in the model");
  }

  private static int starOf(Model.Item item) {
    Integer star = item.star();
    return star == null ? 0 : star;
  }

  private void items(Engine engine, Path folder) {
    TableFile table =
        new TableFile("model_item")
            .column("item_no", INT)
            .columns(TEXT, "item_id", "indicator_id", "domain_id")
            .columns(INT, "indicator_no", "domain_no", "star")
            .column("weight", BIGINT)
            .column("is_veto", BOOLEAN);
    Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
    for (Model.Item item : items) {
      int domain = domainNo(item.domainId());
      table.row(
          item.itemNo(),
          item.itemId(),
          item.indicatorId(),
          item.domainId(),
          indicatorNo(item.indicatorId()),
          domain,
          starOf(item),
          item.weight(),
          model.rule().vetoes().contains(item.itemId()));
      counts.computeIfAbsent(domain, d -> new TreeMap<>()).merge(starOf(item), 1, Integer::sum);
    }
    table.register(engine, folder);
    TableFile expected =
        new TableFile("model_domain_star")
            .columns(INT, "domain_no", "star")
            .column("n_items", BIGINT);
    counts.forEach((domain, stars) -> stars.forEach((star, n) -> expected.row(domain, star, n)));
    expected.register(engine, folder);
  }

  private long weightFactors(Engine engine, Path folder) {
    TreeSet<Long> sums = new TreeSet<>();
    Map<List<Integer>, List<Integer>> weights = new java.util.HashMap<>();
    for (Model.Item item : items) {
      weights
          .computeIfAbsent(List.of(domainNo(item.domainId()), starOf(item)), k -> new ArrayList<>())
          .add(item.weight());
    }
    weights.values().forEach(group -> sums.addAll(assessableSums(group)));
    BigInteger unit = BigInteger.ONE;
    for (long sum : sums) {
      BigInteger other = BigInteger.valueOf(sum);
      unit = unit.divide(unit.gcd(other)).multiply(other);
      if (unit.multiply(largestValue()).compareTo(LARGEST) > 0) {
        throw new IllegalArgumentException(
            "Cannot use model '"
                + model.modelId()
                + "': its indicator weights have no common unit that fits 64 bits;"
                + " use smaller whole-number weights");
      }
    }
    TableFile factors = new TableFile("weight_factor").columns(BIGINT, "weight_sum", "factor");
    for (long sum : sums) {
      factors.row(sum, unit.longValueExact() / sum);
    }
    factors.register(engine, folder);
    return unit.longValueExact();
  }

  /** Weight sums of every subset that leaves enough items applicable. */
  private SortedSet<Long> assessableSums(List<Integer> weights) {
    BigDecimal n = BigDecimal.valueOf(weights.size());
    int removable = model.rule().maxNotApplicableShare().multiply(n).intValue();
    long total = weights.stream().mapToLong(Integer::longValue).sum();
    List<TreeSet<Long>> removedBy = new ArrayList<>();
    for (int k = 0; k <= removable; k++) {
      removedBy.add(new TreeSet<>());
    }
    removedBy.get(0).add(0L);
    for (int weight : weights) {
      for (int k = removable; k > 0; k--) {
        for (long removed : removedBy.get(k - 1)) {
          removedBy.get(k).add(removed + weight);
        }
      }
    }
    TreeSet<Long> sums = new TreeSet<>();
    removedBy.forEach(set -> set.forEach(removed -> sums.add(total - removed)));
    sums.remove(0L);
    return sums;
  }

  /** Largest doubled star score per unit: points or score × weights, in millionths. */
  private BigInteger largestValue() {
    BigDecimal points =
        items.stream()
            .map(item -> item.points().highest().abs().max(item.points().lowest().abs()))
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ONE)
            .max(BigDecimal.ONE);
    return points
        .movePointRight(6)
        .toBigInteger()
        .multiply(BigInteger.valueOf(2 * domainWeightSum()));
  }

  private long domainWeightSum() {
    return model.domains().stream().mapToLong(Model.Domain::weight).sum();
  }

  private void stars(Engine engine, Path folder) {
    TableFile stars = new TableFile("model_star").column("star", INT);
    model.items().stars().stream().sorted().forEach(stars::row);
    stars.register(engine, folder);
    TableFile range = new TableFile("model_star_range").column("star", INT);
    for (int star = model.stars().lowest(); star <= model.stars().highest(); star++) {
      range.row(star);
    }
    range.register(engine, folder);
    TableFile bands =
        new TableFile("model_band")
            .column("star", INT)
            .columns(
                BIGINT, "total_min_micro", "total_max_micro", "each_min_micro", "each_max_micro");
    for (Model.Band band : model.rule().bands()) {
      bands.row(
          band.star(),
          TableFile.micro(band.totalMin()),
          TableFile.micro(band.totalMax()),
          TableFile.micro(band.eachMin()),
          TableFile.micro(band.eachMax()));
    }
    bands.register(engine, folder);
  }

  private void rule(Engine engine, Path folder, long exactUnit) {
    Model.Rule rule = model.rule();
    Model.Floor floor = rule.floor();
    boolean isSum = "sum".equals(rule.aggregate());
    long weightSum = domainWeightSum();
    BigDecimal threshold = rule.threshold();
    new TableFile("model_rule")
        .columns(TEXT, "model_id", "model_version")
        .columns(BOOLEAN, "is_cumulative", "is_sum", "is_floor_enforced")
        .columns(
            BIGINT,
            "threshold_micro",
            "floor_micro",
            "max_not_applicable_micro",
            "n_domains",
            "domain_weight_sum",
            "exact_unit",
            "total_unit",
            "each_unit")
        .column("lowest_star", INT)
        .row(
            model.modelId(),
            model.version(),
            rule.isCumulative(),
            isSum,
            floor != null && floor.enforced(),
            threshold == null ? Long.valueOf(0) : TableFile.micro(threshold),
            floor == null ? Long.valueOf(0) : TableFile.micro(floor.value()),
            TableFile.micro(rule.maxNotApplicableShare()),
            model.domains().size(),
            weightSum,
            exactUnit,
            isSum ? 1 : exactUnit * weightSum,
            isSum ? 1 : exactUnit,
            model.stars().lowest())
        .register(engine, folder);
  }
}
