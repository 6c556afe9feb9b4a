package org.evenstar.landing.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's sheets, one sheet after the other. Cells of a range merged downwards
 * repeat its text; a formula counts as its stored value.
 */
final class XlsxRows implements RawRows {
  private final ReadableWorkbook workbook;
  private final XlsxCells texts;
  private final XlsxParts parts;
  private final Iterator<Sheet> sheets;
  private @Nullable Sheet sheet;
  private @Nullable Stream<Row> stream;
  private Iterator<Row> rows = List.<Row>of().iterator();
  private XlsxParts.Layout layout = new XlsxParts.Layout();
  private List<XlsxParts.Merged> ahead = List.of();
  private final List<XlsxParts.Merged> open = new ArrayList<>();
  private final List<String> openTexts = new ArrayList<>();
  private final BitSet filled = new BitSet();
  private List<String> cells = List.of();
  private int number;

  /**
   * @param wanted sheet name, or {@code *} for all
   */
  XlsxRows(Path file, String wanted) throws IOException {
    this.parts = XlsxParts.check(file, Files.size(file));
    try {
      this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
      this.texts = new XlsxCells(workbook.isDate1904());
      List<Sheet> all =
          workbook.getSheets().filter(s -> !s.getName().equals(ReceiptSheet.NAME)).toList();
      List<Sheet> chosen =
          all.stream().filter(s -> wanted.equals("*") || s.getName().equals(wanted)).toList();
      if (chosen.isEmpty()) {
        throw new Unreadable(
            "FILE_WRONG_FORMAT",
            "a workbook with sheets " + all.stream().map(Sheet::getName).toList(),
            "a workbook with sheet '" + wanted + "'");
      }
      this.sheets = chosen.iterator();
    } catch (RuntimeException | IOException e) {
      throw damaged(e);
    }
  }

  /** Whatever a damaged workbook makes the library throw is one thing to its sender. */
  private static IOException damaged(Exception e) {
    return e instanceof Unreadable unreadable
        ? unreadable
        : Unreadable.cutOff("damaged workbook: " + e.getClass().getSimpleName());
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (true) {
        while (rows.hasNext()) {
          if (read(rows.next())) {
            return true;
          }
        }
        if (!sheets.hasNext()) {
          return false;
        }
        start(sheets.next());
      }
    } catch (RuntimeException | IOException e) {
      throw damaged(e);
    }
  }

  private void start(Sheet next) throws IOException {
    if (stream != null) {
      stream.close();
    }
    sheet = next;
    layout = parts.layout(next.getId());
    ahead = new ArrayList<>(layout.merged);
    ahead.sort(Comparator.comparingInt(XlsxParts.Merged::top).reversed());
    open.clear();
    openTexts.clear();
    stream = next.openStream();
    rows = stream.iterator();
  }

  private boolean read(Row row) {
    number = row.getRowNum();
    int count = row.getCellCount();
    List<String> read = new ArrayList<>(count);
    boolean hasText = false;
    for (int i = 0; i < count; i++) {
      Cell cell = row.getCell(i);
      String text = cell == null ? "" : texts.text(cell);
      hasText |= !text.isBlank();
      read.add(text);
    }
    cells = read;
    if (!ahead.isEmpty() || !open.isEmpty()) {
      fill(read, hasText);
    }
    return hasText;
  }

  private void fill(List<String> read, boolean hasText) {
    filled.clear();
    for (int i = open.size() - 1; i >= 0; i--) {
      XlsxParts.Merged range = open.get(i);
      if (range.bottom() < number) {
        open.remove(i);
        openTexts.remove(i);
      } else if (hasText && !openTexts.get(i).isBlank()) {
        while (read.size() <= range.left()) {
          read.add("");
        }
        read.set(range.left(), openTexts.get(i));
        filled.set(range.left());
      }
    }
    while (!ahead.isEmpty() && ahead.get(ahead.size() - 1).top() <= number) {
      XlsxParts.Merged range = ahead.remove(ahead.size() - 1);
      if (range.top() == number) {
        open.add(range);
        openTexts.add(range.left() < read.size() ? read.get(range.left()) : "");
      }
    }
  }

  @Override
  public String sheet() {
    return sheet == null ? "" : sheet.getName();
  }

  @Override
  public int rowNumber() {
    return number;
  }

  @Override
  public List<String> cells() {
    return cells;
  }

  @Override
  public boolean isHidden(int column) {
    return layout.hidden.get(column);
  }

  @Override
  public boolean isFilled(int column) {
    return filled.get(column);
  }

  @Override
  public boolean leavesOutBlanks() {
    return true;
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
    workbook.close();
  }
}
