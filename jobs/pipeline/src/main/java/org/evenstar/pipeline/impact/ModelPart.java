package org.evenstar.pipeline.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evenstar.schemas.config.Model;
import org.jspecify.annotations.Nullable;

/** The parts of a model that can be changed one by one, to tell which of them moves whom. */
enum ModelPart {
  /** Which domains, indicators and items there are; known ones keep their weights. */
  INDICATORS {
    @Override
    Model in(Model model, Model proposed) {
      return weighted(model, proposed, model);
    }
  },
  /** Weights of domains and indicators. */
  WEIGHTS {
    @Override
    Model in(Model model, Model proposed) {
      return weighted(model, model, proposed);
    }
  },
  /** The score at which a star is met. */
  THRESHOLD {
    @Override
    Model in(Model model, Model proposed) {
      Model.Rule rule = model.rule();
      return with(
          model,
          rule(
              rule,
              proposed.rule().threshold(),
              rule.maxNotApplicableShare(),
              rule.floor(),
              rule.vetoes()));
    }
  },
  /** How much of a domain may be set aside as not applicable. */
  NOT_APPLICABLE_SHARE {
    @Override
    Model in(Model model, Model proposed) {
      Model.Rule rule = model.rule();
      return with(
          model,
          rule(
              rule,
              rule.threshold(),
              proposed.rule().maxNotApplicableShare(),
              rule.floor(),
              rule.vetoes()));
    }
  },
  /** The least score of a domain. */
  FLOOR {
    @Override
    Model in(Model model, Model proposed) {
      Model.Rule rule = model.rule();
      return with(
          model,
          rule(
              rule,
              rule.threshold(),
              rule.maxNotApplicableShare(),
              proposed.rule().floor(),
              rule.vetoes()));
    }
  },
  /** Items that must be met in full. */
  VETOES {
    @Override
    Model in(Model model, Model proposed) {
      Model.Rule rule = model.rule();
      List<String> known = model.scoredItems().stream().map(Model.Item::itemId).toList();
      List<String> vetoes = proposed.rule().vetoes().stream().filter(known::contains).toList();
      return with(
          model, rule(rule, rule.threshold(), rule.maxNotApplicableShare(), rule.floor(), vetoes));
    }
  },
  /** Bands of points and how points are put together. */
  BANDS {
    @Override
    Model in(Model model, Model proposed) {
      Model.Rule rule = model.rule();
      return with(
          model,
          rule(
              proposed.rule(),
              rule.threshold(),
              rule.maxNotApplicableShare(),
              rule.floor(),
              rule.vetoes()));
    }
  };

  /** The model with this part of the proposed one. */
  abstract Model in(Model model, Model proposed);

  /** The parts that differ, in order. */
  static List<ModelPart> changed(Model model, Model proposed) {
    List<ModelPart> changed = new ArrayList<>();
    for (ModelPart part : values()) {
      if (!part.in(model, proposed).equals(model)) {
        changed.add(part);
      }
    }
    return changed;
  }

  /** The model with the parts of another, and the weights of a third where it has them. */
  private static Model weighted(Model model, Model parts, Model weights) {
    Map<String, Integer> domains = domainWeights(weights);
    Map<String, Integer> indicators = indicatorWeights(weights);
    return with(
        model,
        parts.domains().stream().map(domain -> weighted(domain, domains)).toList(),
        parts.indicators().stream().map(one -> weighted(one, indicators)).toList(),
        parts.items(),
        model.rule());
  }

  private static Map<String, Integer> domainWeights(Model model) {
    return model.domains().stream()
        .collect(Collectors.toMap(Model.Domain::domainId, Model.Domain::weight));
  }

  private static Map<String, Integer> indicatorWeights(Model model) {
    return model.indicators().stream()
        .collect(Collectors.toMap(Model.Indicator::indicatorId, Model.Indicator::weight));
  }

  private static Model.Domain weighted(Model.Domain domain, Map<String, Integer> weights) {
    return new Model.Domain(
        domain.domainId(),
        domain.name(),
        Objects.requireNonNullElse(weights.get(domain.domainId()), domain.weight()));
  }

  private static Model.Indicator weighted(Model.Indicator indicator, Map<String, Integer> weights) {
    return new Model.Indicator(
        indicator.indicatorId(),
        indicator.domainId(),
        indicator.name(),
        Objects.requireNonNullElse(weights.get(indicator.indicatorId()), indicator.weight()),
        indicator.points());
  }

  private static Model.Rule rule(
      Model.Rule bands,
      @Nullable BigDecimal threshold,
      BigDecimal maxNotApplicableShare,
      Model.@Nullable Floor floor,
      List<String> vetoes) {
    return new Model.Rule(
        bands.kind(),
        threshold,
        maxNotApplicableShare,
        floor,
        vetoes,
        bands.aggregate(),
        bands.bands());
  }

  private static Model with(Model model, Model.Rule rule) {
    return with(model, model.domains(), model.indicators(), model.items(), rule);
  }

  private static Model with(
      Model model,
      List<Model.Domain> domains,
      List<Model.Indicator> indicators,
      Model.Items items,
      Model.Rule rule) {
    return new Model(
        model.modelId(),
        model.version(),
        model.inferred(),
        model.name(),
        model.source(),
        model.stars(),
        domains,
        indicators,
        items,
        rule,
        model.certificate());
  }
}
