package org.evenstar.sample.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row as it will be written; filled anew for every dossier. */
public final class DeliveryRow {
  /** A score beside the model's items, or a second one of an item. */
  record ExtraScore(String itemId, String raw) {}

  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private final String[] scores;
  final List<ExtraScore> extraScores = new ArrayList<>();
  private String remark = "";
  private String assessor = "";
  private String telephone = "";
  private boolean isSerialDate;
  private @Nullable String brokenText;

  /**
   * @param items number of the model's items
   */
  public DeliveryRow(int items) {
    this.scores = new String[items];
    clear();
  }

  /** Forgets everything. */
  public void clear() {
    fields.clear();
    Arrays.fill(scores, "");
    extraScores.clear();
    remark = "";
    assessor = "";
    telephone = "";
    isSerialDate = false;
    brokenText = null;
  }

  /** A field's text, empty when blank. */
  public String field(Field field) {
    return fields.getOrDefault(field, "");
  }

  /** Sets a field's text. */
  public void setField(Field field, String text) {
    fields.put(field, text);
  }

  /** An item's raw score; empty when blank, or left out where a format has keys. */
  public String score(int item) {
    return scores[item];
  }

  /** Sets an item's raw score. */
  public void setScore(int item, String raw) {
    scores[item] = raw;
  }

  /** Adds a score under any key, for formats that have keys. */
  public void addScore(String itemId, String raw) {
    extraScores.add(new ExtraScore(itemId, raw));
  }

  /** Sets what bodies add for their own use: a remark, and who assessed. */
  public void setOwn(String remark, String assessor, String telephone) {
    this.remark = remark;
    this.assessor = assessor;
    this.telephone = telephone;
  }

  String remark() {
    return remark;
  }

  String assessor() {
    return assessor;
  }

  String telephone() {
    return telephone;
  }

  /** Writes dates of a spreadsheet as bare serial numbers. */
  public void setSerialDate() {
    isSerialDate = true;
  }

  boolean isSerialDate() {
    return isSerialDate;
  }

  /** Writes this text in the row's stead, for formats where a row can break. */
  public void setBroken(String text) {
    brokenText = text;
  }

  @Nullable String brokenText() {
    return brokenText;
  }
}
