package org.evenstar.schemas.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenstar.schemas.Problem;

/** What a schema cannot say of a model: that its parts fit together. */
final class ModelRules {
  private final String file;
  private final Model model;
  private final List<Problem> problems;

  ModelRules(String file, Model model, List<Problem> problems) {
    this.file = file;
    this.model = model;
    this.problems = problems;
  }

  void check() {
    Set<String> domains = new HashSet<>();
    for (int i = 0; i < model.domains().size(); i++) {
      if (!domains.add(model.domains().get(i).domainId())) {
        add("/domains/" + i, "domain '" + model.domains().get(i).domainId() + "' stands twice");
      }
    }
    Set<String> indicators = new HashSet<>();
    for (int i = 0; i < model.indicators().size(); i++) {
      Model.Indicator indicator = model.indicators().get(i);
      String at = "/indicators/" + i;
      if (!indicators.add(indicator.indicatorId())) {
        add(at, "indicator '" + indicator.indicatorId() + "' stands twice");
      }
      if (!domains.contains(indicator.domainId())) {
        add(
            at + "/domain_id",
            "no domain '" + indicator.domainId() + "'; known are " + sorted(domains));
      }
    }
    for (String domain : domains) {
      if (model.indicators().stream().noneMatch(i -> i.domainId().equals(domain))) {
        add("/domains", "domain '" + domain + "' has no indicator");
      }
    }
    if (model.stars().lowest() >= model.stars().highest()) {
      add("/stars", "lowest is not below highest");
    }
    checkStars();
  }

  private void checkStars() {
    boolean perStar = model.items().kind().equals("per_star");
    if (perStar && model.items().stars().isEmpty()) {
      add("/items", "kind per_star needs stars");
    }
    if (model.rule().isCumulative() && !perStar) {
      add("/rule", "a cumulative rule needs items of kind per_star");
    }
    for (int i = 0; i < model.rule().bands().size(); i++) {
      int star = model.rule().bands().get(i).star();
      if (star < model.stars().lowest() || star > model.stars().highest()) {
        add("/rule/bands/" + i + "/star", "star " + star + " is outside the model's stars");
      }
    }
    Set<String> items = new HashSet<>();
    model.scoredItems().forEach(item -> items.add(item.itemId()));
    for (int i = 0; i < model.rule().vetoes().size(); i++) {
      if (!items.contains(model.rule().vetoes().get(i))) {
        add("/rule/vetoes/" + i, "no item '" + model.rule().vetoes().get(i) + "'");
      }
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private void add(String pointer, String message) {
    problems.add(new Problem(file, pointer, message));
  }
}
