package org.evenstar.sample.delivery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Source;

/** The columns of a body's delivery, told from its source configuration. */
public final class Layout {
  /** What stands in a column. */
  enum Content {
    FIELD,
    SCORE,
    ASSESSOR,
    TELEPHONE,
    REMARK,
    WEIGHT
  }

  /**
   * One column.
   *
   * @param field which field; without meaning unless the content is a field
   * @param item which item or, of a weight, which indicator
   */
  record Column(Content content, Field field, int item, String header) {

    /** The text of this column in a row. */
    String text(DeliveryRow row) {
      return switch (content) {
        case FIELD -> row.field(field);
        case SCORE -> row.score(item);
        case ASSESSOR -> row.assessor();
        case TELEPHONE -> row.telephone();
        case REMARK -> row.remark();
        // The body counts the first indicator double, the model does not.
        case WEIGHT -> item == 0 ? "2" : "1";
      };
    }
  }

  private final Source source;
  private final List<Model.Item> items;
  private final List<Column> columns = new ArrayList<>();
  private final Map<Field, String> headers = new EnumMap<>(Field.class);

  public Layout(Source source, Model model) {
    this.source = source;
    this.items = model.scoredItems();
    for (Source.Column column : source.columns()) {
      Field field = Field.of(column.field());
      headers.put(field, column.headers().get(0));
      columns.add(new Column(Content.FIELD, field, 0, column.headers().get(0)));
    }
    columns.add(new Column(Content.ASSESSOR, Field.DOSSIER_NO, 0, source.personal().get(0)));
    columns.add(new Column(Content.TELEPHONE, Field.DOSSIER_NO, 0, source.personal().get(1)));
    for (Model.Item item : items) {
      columns.add(
          new Column(Content.SCORE, Field.DOSSIER_NO, item.itemNo(), scoreHeader(item.itemNo())));
    }
    if (!source.ignore().isEmpty()) {
      columns.add(new Column(Content.REMARK, Field.DOSSIER_NO, 0, source.ignore().get(0)));
    }
  }

  private Layout(Layout other, List<Column> columns) {
    this.source = other.source;
    this.items = other.items;
    this.headers.putAll(other.headers);
    this.columns.addAll(columns);
  }

  /** The same without the column of a field. */
  public Layout without(Field field) {
    return new Layout(this, columns.stream().filter(column -> !isOf(column, field)).toList());
  }

  /** The same with the column of a field once more at the end. */
  public Layout withTwice(Field field) {
    List<Column> more = new ArrayList<>(columns);
    columns.stream().filter(column -> isOf(column, field)).forEach(more::add);
    return new Layout(this, more);
  }

  /** The same with a weight for every indicator, the first of which is not the model's. */
  public Layout withWeights(Model model) {
    List<Column> more = new ArrayList<>(columns);
    for (Model.Indicator indicator : model.indicators()) {
      more.add(
          new Column(
              Content.WEIGHT,
              Field.DOSSIER_NO,
              more.size() - columns.size(),
              weightHeader(indicator)));
    }
    return new Layout(this, more);
  }

  /** The header of an indicator's weight. */
  public String weightHeader(Model.Indicator indicator) {
    return Objects.requireNonNull(source.weights())
        .headerPattern()
        .replace("{indicator_id}", indicator.indicatorId());
  }

  private static boolean isOf(Column column, Field field) {
    return column.content() == Content.FIELD && column.field() == field;
  }

  /** The columns in order. */
  List<Column> columns() {
    return columns;
  }

  /** Number of items. */
  public int items() {
    return items.size();
  }

  /** The source that describes the delivery. */
  public Source source() {
    return source;
  }

  /** Whether the body delivers a field. */
  public boolean has(Field field) {
    return headers.containsKey(field);
  }

  /** The header of a field. */
  public String header(Field field) {
    return Objects.requireNonNull(headers.get(field), field.name());
  }

  /** The header of an item's score. */
  public String scoreHeader(int item) {
    return Objects.requireNonNull(source.scores().headerPattern())
        .replace("{item_id}", items.get(item).itemId());
  }

  /** The id of an item. */
  public String itemId(int item) {
    return items.get(item).itemId();
  }
}
