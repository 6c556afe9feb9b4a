package org.evenstar.sample.delivery;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The fields of a dossier as JSON properties; blank ones are left out. */
final class JsonFields {
  private final List<Layout.Column> columns;

  JsonFields(Layout layout) {
    this.columns =
        layout.columns().stream().filter(c -> c.content() != Layout.Content.SCORE).toList();
  }

  void write(DeliveryRow row, JsonGenerator json) {
    for (Layout.Column column : columns) {
      String text = column.text(row);
      if (!text.isEmpty()) {
        boolean mayBeNumber =
            column.content() == Layout.Content.FIELD && column.field().isWholeNumber();
        json.writeName(column.header());
        value(text, mayBeNumber, json);
      }
    }
  }

  /** A whole number of one to three digits as such, anything else as text. */
  static void value(String text, boolean mayBeNumber, JsonGenerator json) {
    if (mayBeNumber && isDigits(text)) {
      json.writeNumber(Integer.parseInt(text));
    } else {
      json.writeString(text);
    }
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() <= 3;
  }
}
