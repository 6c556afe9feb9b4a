package org.evenstar.landing.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One JSON object read flat: its texts by key, and its scores by item. */
final class JsonRecord {
  final Map<String, String> texts = new HashMap<>();
  final List<String> items = new ArrayList<>();
  final List<String> values = new ArrayList<>();

  /** What keeps the object from being a record, or null. */
  @Nullable String defect;

  private final @Nullable String scoresKey;
  private final @Nullable String itemKey;
  private final @Nullable String valueKey;

  JsonRecord(Source.JsonShape shape) {
    this.scoresKey = shape.scores();
    this.itemKey = shape.itemKey();
    this.valueKey = shape.valueKey();
  }

  private void clear() {
    texts.clear();
    items.clear();
    values.clear();
    defect = null;
  }

  /**
   * Reads the value that the parser stands on, to its end.
   *
   * @param keys every key met gets a place here
   */
  void read(JsonParser parser, Map<String, Integer> keys) {
    clear();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      defect = "no object but " + parser.currentToken();
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals(scoresKey)) {
        scores(parser, value);
      } else if (value.isStructStart()) {
        defect = "'" + key + "' is nested";
        parser.skipChildren();
      } else {
        keys.putIfAbsent(key, keys.size());
        if (texts.put(key, text(parser)) != null) {
          defect = "'" + key + "' stands twice";
        }
      }
    }
  }

  private void scores(JsonParser parser, JsonToken start) {
    if (start == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        items.add(parser.currentName());
        parser.nextToken();
        values.add(scalar(parser));
      }
    } else if (start == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        pair(parser);
      }
    } else if (start != JsonToken.VALUE_NULL) {
      defect = "'" + scoresKey + "' is no object or array";
    }
  }

  private void pair(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      defect = "a score is no object";
      parser.skipChildren();
      return;
    }
    String item = "";
    String value = "";
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      String text = scalar(parser);
      if (key.equals(itemKey)) {
        item = text;
      } else if (key.equals(valueKey)) {
        value = text;
      }
    }
    items.add(item);
    values.add(value);
  }

  private String scalar(JsonParser parser) {
    if (parser.currentToken().isStructStart()) {
      defect = "a score is nested";
      parser.skipChildren();
      return "";
    }
    return text(parser);
  }

  private static String text(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
  }
}
