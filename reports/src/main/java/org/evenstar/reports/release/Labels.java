package org.evenstar.reports.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;

/** Names of every code of a release, by kind; a code without a name is its own name. */
public final class Labels {
  private final Map<String, Map<String, Label>> byKind = new HashMap<>();

  private Labels() {}

  static Labels of(List<Row> rows, Optional<ModelCard> model) {
    Labels labels = new Labels();
    Unit37.all().forEach(unit -> labels.put("region", unit.label()));
    model.ifPresent(card -> labels.addModel(card.model()));
    for (Row row : rows) {
      labels.put(
          row.text("kind"),
          new Label(row.text("code"), name(row), row.text("parent"), (int) row.count("position")));
    }
    return labels;
  }

  /** A city's name in a release may be Chinese in both languages; a unit of 37 has its own. */
  private static LocalText name(Row row) {
    LocalText name = new LocalText(row.text("name_zh"), row.text("name_en"));
    return row.is("kind", "region") && name.zh().equals(name.en())
        ? Unit37.of(row.text("code")).map(unit -> unit.label().name()).orElse(name)
        : name;
  }

  /** The label of a code. */
  public Label of(String kind, String code) {
    Label known = byKind.getOrDefault(kind, Map.of()).get(code);
    return known == null ? new Label(code, new LocalText(code, code), "", 0) : known;
  }

  /** All labels of a kind by position, then code. */
  public List<Label> all(String kind) {
    List<Label> out = new ArrayList<>(byKind.getOrDefault(kind, Map.of()).values());
    out.sort(Comparator.comparingInt(Label::position).thenComparing(Label::code));
    return out;
  }

  private void addModel(Model model) {
    for (int i = 0; i < model.domains().size(); i++) {
      Model.Domain domain = model.domains().get(i);
      put("domain", new Label(domain.domainId(), domain.name(), "", i));
    }
    for (int i = 0; i < model.indicators().size(); i++) {
      Model.Indicator indicator = model.indicators().get(i);
      put(
          "indicator",
          new Label(indicator.indicatorId(), indicator.name(), indicator.domainId(), i));
    }
  }

  private void put(String kind, Label label) {
    byKind.computeIfAbsent(kind, key -> new HashMap<>()).put(label.code(), label);
  }
}
