package org.evenstar.schemas.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.evenstar.schemas.Problem;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say of a source: that bodies, items, scales and patterns exist. */
final class SourceRules {
  private final String file;
  private final Source source;
  private final @Nullable Model model;
  private final List<Body> bodies;
  private final List<Problem> problems;

  SourceRules(
      String file,
      Source source,
      @Nullable Model model,
      List<Body> bodies,
      List<Problem> problems) {
    this.file = file;
    this.source = source;
    this.model = model;
    this.bodies = bodies;
    this.problems = problems;
  }

  void check() {
    String body = source.body().id();
    if (body != null && bodies.stream().noneMatch(b -> b.bodyId().equals(body))) {
      add(
          "/body/id",
          "no body '"
              + body
              + "' in config/bodies.json; known are "
              + bodies.stream().map(Body::bodyId).limit(20).toList());
    }
    checkPattern("/body/pattern", source.body().pattern());
    checkPattern("/period/pattern", source.period().pattern());
    Set<String> scales = new HashSet<>();
    for (int i = 0; i < source.scales().size(); i++) {
      scales.add(source.scales().get(i).scaleId());
      checkScale("/scales/" + i, source.scales().get(i));
    }
    String general = source.scores().scale();
    if (general != null && !scales.contains(general)) {
      add("/scores/scale", "no scale '" + general + "' in this source");
    }
    checkItems(scales);
    for (int i = 0; i < source.columns().size(); i++) {
      String values = source.columns().get(i).values();
      if (values != null && !values.equals("star") && !source.valueMaps().containsKey(values)) {
        add("/columns/" + i + "/values", "no value map '" + values + "' in value_maps");
      }
    }
  }

  private void checkScale(String at, Source.Scale scale) {
    if (scale.kind().equals("linear") && (scale.lowest() == null || scale.highest() == null)) {
      add(at, "a linear scale needs lowest and highest");
    }
    if ((scale.kind().equals("map") || scale.kind().equals("letters")) && scale.map().isEmpty()) {
      add(at, "a scale of kind " + scale.kind() + " needs a map");
    }
    if (scale.validFrom() != null
        && scale.validTo() != null
        && scale.validTo().isBefore(scale.validFrom())) {
      add(at, "valid_to is before valid_from");
    }
  }

  private void checkItems(Set<String> scales) {
    Set<String> items = new HashSet<>();
    if (model != null) {
      model.scoredItems().forEach(item -> items.add(item.itemId()));
    }
    for (int i = 0; i < source.scores().mapping().size(); i++) {
      Source.ItemColumn column = source.scores().mapping().get(i);
      String at = "/scores/mapping/" + i;
      if (model != null && !items.contains(column.itemId())) {
        add(at + "/item_id", "no item '" + column.itemId() + "' in model " + model.modelId());
      }
      if (column.scale() != null && !scales.contains(column.scale())) {
        add(at + "/scale", "no scale '" + column.scale() + "' in this source");
      }
    }
    for (String item : source.scores().headers().keySet()) {
      if (model != null && !items.contains(item)) {
        add("/scores/headers/" + item, "no item '" + item + "' in model " + model.modelId());
      }
    }
  }

  private void checkPattern(String at, @Nullable String pattern) {
    if (pattern != null) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        add(at, "no valid regular expression: " + e.getDescription());
      }
    }
  }

  private void add(String pointer, String message) {
    problems.add(new Problem(file, pointer, message));
  }
}
