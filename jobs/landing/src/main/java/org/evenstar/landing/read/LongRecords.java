package org.evenstar.landing.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Rows that hold one score each, gathered into one record for each run of rows of one dossier. */
final class LongRecords implements RecordReader {
  private final RecordReader rows;
  private final Source source;
  private List<String> header = List.of();
  private int numberPlace = -1;
  private int revisionPlace = -1;
  private int itemPlace = -1;
  private int valuePlace = -1;
  private @Nullable Kind ahead;
  private Kind present = Kind.END;
  private List<String> cells = List.of();
  private final List<String> items = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private @Nullable Found broken;
  private String sheet = "";
  private int rowNumber;

  LongRecords(RecordReader rows, Source source) {
    this.rows = rows;
    this.source = source;
  }

  @Override
  public Kind next() throws IOException {
    present = ahead == null ? rows.next() : ahead;
    ahead = null;
    sheet = rows.sheet();
    rowNumber = rows.rowNumber();
    items.clear();
    values.clear();
    broken = null;
    if (present == Kind.HEADER) {
      header = copy();
      cells = header;
      numberPlace = place("dossier_no");
      revisionPlace = place("revision");
      itemPlace = place(List.of(String.valueOf(source.scores().itemHeader())));
      valuePlace = place(List.of(String.valueOf(source.scores().valueHeader())));
      if (itemPlace < 0 || valuePlace < 0) {
        throw new Unreadable(
            "HEADER_MISSING",
            "",
            String.valueOf(
                itemPlace < 0 ? source.scores().itemHeader() : source.scores().valueHeader()));
      }
    } else if (present == Kind.ROW) {
      gather();
    }
    return present;
  }

  private void gather() throws IOException {
    cells = copy();
    do {
      items.add(rows.cell(itemPlace));
      values.add(rows.cell(valuePlace));
      broken = broken == null ? rows.broken() : broken;
      ahead = rows.next();
    } while (ahead == Kind.ROW && isSame(numberPlace) && isSame(revisionPlace));
  }

  private boolean isSame(int place) {
    return place < 0 || (place < cells.size() ? cells.get(place) : "").equals(rows.cell(place));
  }

  private List<String> copy() {
    List<String> copy = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      copy.add(rows.cell(i));
    }
    return copy;
  }

  private int place(String field) {
    return source.columns().stream()
        .filter(column -> column.field().equals(field))
        .map(column -> place(column.headers()))
        .findFirst()
        .orElse(-1);
  }

  private int place(List<String> names) {
    for (String name : names) {
      for (int i = 0; i < header.size(); i++) {
        if (TextRepair.headerKey(header.get(i)).equals(TextRepair.headerKey(name))) {
          return i;
        }
      }
    }
    return -1;
  }

  @Override
  public String sheet() {
    return sheet;
  }

  @Override
  public int rowNumber() {
    return rowNumber;
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  @Override
  public Found note() {
    return rows.note();
  }

  @Override
  public String noteColumn() {
    return rows.noteColumn();
  }

  @Override
  public @Nullable Found broken() {
    return broken;
  }

  @Override
  public int scores() {
    return items.size();
  }

  @Override
  public String scoreItem(int score) {
    return items.get(score);
  }

  @Override
  public String scoreValue(int score) {
    return values.get(score);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
