package org.evenstar.landing.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.landing.decode.Found;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/**
 * JSON records under one header: the keys of all records. Read twice, so that a key that only later
 * records have is in the header, and a damaged document is refused before its first row counts.
 */
final class JsonRecords implements RecordReader {

  /** Opens the file's records anew. */
  @FunctionalInterface
  interface Opening {
    JsonElements open() throws IOException;
  }

  private final List<String> header;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final JsonElements elements;
  private final JsonRecord record;
  private boolean isHeaderRead;

  JsonRecords(Opening opening, Source.JsonShape shape) throws IOException {
    this.record = new JsonRecord(shape);
    try (JsonElements first = opening.open()) {
      while (first.next(parser -> record.read(parser, keys))) {
        if (keys.size() > SafetyLimits.COLUMNS) {
          throw Unreadable.unsafe("more than " + SafetyLimits.COLUMNS + " keys");
        }
      }
      if (first.number() == 0) {
        throw new Unreadable("FILE_EMPTY", "no record", "");
      }
    }
    this.header = new ArrayList<>(keys.keySet());
    this.elements = opening.open();
  }

  @Override
  public Kind next() throws IOException {
    if (!isHeaderRead) {
      isHeaderRead = true;
      return Kind.HEADER;
    }
    record.defect = null;
    return elements.next(parser -> record.read(parser, keys)) ? Kind.ROW : Kind.END;
  }

  @Override
  public String sheet() {
    return "";
  }

  @Override
  public int rowNumber() {
    return elements.number();
  }

  @Override
  public int size() {
    return header.size();
  }

  @Override
  public String cell(int column) {
    String key = header.get(column);
    return elements.number() == 0 ? key : record.texts.getOrDefault(key, "");
  }

  @Override
  public @Nullable Found broken() {
    Found broken = elements.broken();
    return broken == null && record.defect != null
        ? Found.of("ROW_BROKEN", Integer.toString(elements.number()), record.defect)
        : broken;
  }

  @Override
  public int scores() {
    return record.items.size();
  }

  @Override
  public String scoreItem(int score) {
    return record.items.get(score);
  }

  @Override
  public String scoreValue(int score) {
    return record.values.get(score);
  }

  @Override
  public void close() throws IOException {
    elements.close();
  }
}
