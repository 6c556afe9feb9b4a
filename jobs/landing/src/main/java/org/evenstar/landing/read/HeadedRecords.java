package org.evenstar.landing.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.TextRepair;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table with its header found: looked for among the first 20 rows of each sheet. Titles
 * above it and a units row below it are told and left out.
 */
final class HeadedRecords implements RecordReader {
  private static final int SEARCHED_ROWS = 20;
  private static final Pattern UNITS =
      Pattern.compile("[(（]?(计量)?(单位|units?)[)）]?[:：]?", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNIT =
      Pattern.compile(
          "[(（\\[【]?(单位[:：].*|units?:.*|分|%|％|百分比|星|级|星级|元|个|家|天|日|月|年|日期|文本|文字|数字|代码"
              + "|0\\s*[-–~—至]\\s*100|0\\s*[-–~—至]\\s*1|1\\s*[-–~—至]\\s*5|yyyy.*|text|date|number"
              + "|points?|percent|stars?|code|-|—|/)[)）\\]】]?",
          Pattern.CASE_INSENSITIVE);

  /** One row as it was read; row number 0: of no row. */
  private record Seen(
      Kind kind,
      String sheet,
      int rowNumber,
      List<String> cells,
      @Nullable Found found,
      String column,
      BitSet filled) {}

  private final RawRows rows;
  private final HeaderWords words;
  private final Deque<Seen> waiting = new ArrayDeque<>();
  private @Nullable Seen present;
  private @Nullable String sheet;
  private boolean isPending;
  private boolean hasHeader;
  private boolean isSkipped;
  private int width;

  HeadedRecords(RawRows rows, HeaderWords words) {
    this.rows = rows;
    this.words = words;
  }

  @Override
  public Kind next() throws IOException {
    while (true) {
      present = waiting.poll();
      if (present != null) {
        return present.kind;
      }
      if (!isPending && !rows.next()) {
        return end();
      }
      if (!rows.sheet().equals(sheet)) {
        startSheet();
      } else {
        isPending = false;
        if (!isSkipped) {
          return Kind.ROW;
        }
      }
    }
  }

  private Kind end() throws Unreadable {
    if (sheet == null) {
      throw new Unreadable("FILE_EMPTY", "no row", "");
    }
    if (!hasHeader) {
      throw new Unreadable("HEADER_MISSING", "", "");
    }
    return Kind.END;
  }

  /** Reads rows until the sheet's header is certain, and queues them with what they are. */
  private void startSheet() throws IOException {
    sheet = rows.sheet();
    List<Seen> start = new ArrayList<>();
    int header = -1;
    int best = 0;
    boolean isCertain = false;
    isPending = true;
    while (isPending && rows.sheet().equals(sheet) && start.size() < SEARCHED_ROWS) {
      Seen seen = seen();
      start.add(seen);
      int matches = words.matches(seen.cells);
      boolean isHeader = words.isHeader(seen.cells);
      // A header of two lines: the lower one, filled from merged cells, says more.
      if (matches > best && (isHeader || !isCertain)) {
        best = matches;
        header = start.size() - 1;
      }
      isPending = rows.next();
      if (isCertain) {
        break;
      }
      isCertain = isHeader;
    }
    isSkipped = header < 0 && !sheet.isEmpty();
    if (isSkipped) {
      waiting.add(note(start.get(0), "SHEET_SKIPPED", start.get(0).sheet));
    } else {
      queue(start, Math.max(header, 0));
    }
  }

  private Seen seen() {
    BitSet filled = new BitSet();
    for (int i = 0; i < rows.cells().size(); i++) {
      filled.set(i, rows.isFilled(i));
    }
    return new Seen(
        Kind.ROW, rows.sheet(), rows.rowNumber(), rows.cells(), rows.broken(), "", filled);
  }

  private void queue(List<Seen> start, int header) {
    for (int i = 0; i < start.size(); i++) {
      Seen seen = start.get(i);
      if (i < header) {
        waiting.add(note(seen, "ROW_TITLE", String.join(" ", seen.cells).strip()));
      } else if (i == header) {
        waiting.add(
            new Seen(Kind.HEADER, seen.sheet, seen.rowNumber, seen.cells, null, "", new BitSet()));
        hasHeader = true;
        width = seen.cells.size();
        hidden(seen);
      } else {
        waiting.add(i == header + 1 && isUnits(seen.cells) ? units(seen) : seen);
      }
    }
  }

  private void hidden(Seen header) {
    for (int i = 0; i < header.cells.size(); i++) {
      if (rows.isHidden(i) && !header.cells.get(i).isBlank()) {
        waiting.add(
            new Seen(
                Kind.NOTE,
                header.sheet,
                0,
                List.of(),
                Found.of("COLUMN_HIDDEN", header.cells.get(i)),
                header.cells.get(i),
                new BitSet()));
      }
    }
  }

  private static Seen note(Seen seen, String code, String value) {
    return new Seen(
        Kind.NOTE, seen.sheet, seen.rowNumber, List.of(), Found.of(code, value), "", new BitSet());
  }

  private static Seen units(Seen seen) {
    return note(seen, "ROW_UNITS", String.join(" ", seen.cells).strip());
  }

  private static boolean isUnits(List<String> cells) {
    if (!cells.isEmpty() && UNITS.matcher(TextRepair.strip(cells.get(0))).matches()) {
      return true;
    }
    for (String cell : cells) {
      String text = TextRepair.strip(cell);
      if (!text.isEmpty() && !UNIT.matcher(text).matches()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String sheet() {
    return present == null ? rows.sheet() : present.sheet;
  }

  @Override
  public int rowNumber() {
    return present == null ? rows.rowNumber() : present.rowNumber;
  }

  private List<String> cells() {
    return present == null ? rows.cells() : present.cells;
  }

  @Override
  public int size() {
    return cells().size();
  }

  @Override
  public String cell(int column) {
    List<String> cells = cells();
    return column < cells.size() ? cells.get(column) : "";
  }

  @Override
  public Found note() {
    return Objects.requireNonNull(Objects.requireNonNull(present).found);
  }

  @Override
  public String noteColumn() {
    return Objects.requireNonNull(present).column;
  }

  @Override
  public @Nullable Found broken() {
    Found broken = present == null ? rows.broken() : present.found;
    if (broken != null) {
      return broken;
    }
    int size = size();
    if (size == width) {
      return null;
    }
    for (int i = width; i < size; i++) {
      if (!cell(i).isBlank()) {
        return Found.of("ROW_BROKEN", Integer.toString(rowNumber()), width + " cells, not " + size);
      }
    }
    return size < width && !rows.leavesOutBlanks()
        ? Found.of("ROW_BROKEN", Integer.toString(rowNumber()), width + " cells, not " + size)
        : null;
  }

  @Override
  public boolean isFilled(int column) {
    return present == null ? rows.isFilled(column) : present.filled.get(column);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
