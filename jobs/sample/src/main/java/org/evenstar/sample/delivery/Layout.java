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
    REMARK
  }

  /**
   * One column.
   *
   * @param field which field; without meaning unless the content is a field
   * @param item which item; without meaning unless the content is a score
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
