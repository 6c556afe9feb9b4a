package org.evenstar.sample.mess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.sample.delivery.DeliveryRow;
import org.evenstar.sample.delivery.Field;
import org.evenstar.sample.delivery.Layout;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Institution;
import org.evenstar.sample.population.Places;

/** A faultless row about to be spoilt, and the record of what landing ought to find in it. */
public final class Subject {
  private final DeliveryRow row;
  private final Layout layout;
  private final Institution institution;
  private final LocalDate assessedOn;
  private final Places places;
  private final Draws draws;
  private final List<Finding> findings = new ArrayList<>();

  public Subject(
      DeliveryRow row,
      Layout layout,
      Institution institution,
      LocalDate assessedOn,
      Places places,
      Draws draws) {
    this.row = row;
    this.layout = layout;
    this.institution = institution;
    this.assessedOn = assessedOn;
    this.places = places;
    this.draws = draws;
  }

  DeliveryRow row() {
    return row;
  }

  Institution institution() {
    return institution;
  }

  LocalDate assessedOn() {
    return assessedOn;
  }

  Places places() {
    return places;
  }

  Draws draws() {
    return draws;
  }

  String text(Field field) {
    return row.field(field);
  }

  /** A requirement of the first star, which every dossier has scored. */
  int item() {
    return item(1);
  }

  /** A requirement of a star. */
  int item(int star) {
    List<Integer> items = new ArrayList<>();
    for (int item = 0; item < layout.items(); item++) {
      if (layout.itemId(item).endsWith("." + star)) {
        items.add(item);
      }
    }
    return draws.pick(items);
  }

  String itemId(int item) {
    return layout.itemId(item);
  }

  /** Puts another text into a field, without a finding. */
  void replace(Field field, String text) {
    row.setField(field, text);
  }

  /** Spoils a field. */
  void spoil(Field field, String text, String... reasonCodes) {
    row.setField(field, text);
    for (String reasonCode : reasonCodes) {
      findings.add(new Finding(layout.header(field), reasonCode));
    }
  }

  /** Spoils a score. */
  void spoilScore(int item, String raw, String... reasonCodes) {
    row.setScore(item, raw);
    for (String reasonCode : reasonCodes) {
      findings.add(new Finding(layout.scoreHeader(item), reasonCode));
    }
  }

  /** Records a reason at a score's key. */
  void spoilKey(String itemId, String reasonCode) {
    findings.add(new Finding(itemId, reasonCode));
  }

  /** Records a reason that belongs to the row as a whole. */
  void spoilRow(String reasonCode) {
    findings.add(new Finding("", reasonCode));
  }

  /** What landing ought to find. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
